package org.huizhi.app;

import java.util.concurrent.Callable;
import org.huizhi.spec.Spec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kiosk specs}: lists the documents. */
@Command(
    name = "specs",
    description = "Lists the documents that kiosk-config knows.",
    mixinStandardHelpOptions = true)
final class SpecsCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Override
  public Integer call() throws Exception {
    for (Spec spec : config.read().specs().values()) {
      System.out.printf(
          "%-18s %d×%d px, %d dpi, %.0f–%.0f KB, %d rules  %s  %s%n",
          spec.name(),
          spec.picture().widthPx(),
          spec.picture().heightPx(),
          spec.picture().dpi(),
          spec.file().bytes().least() / 1000,
          spec.file().bytes().most() / 1000,
          spec.rules().size(),
          spec.title("zh"),
          spec.title("en"));
    }
    return 0;
  }
}
