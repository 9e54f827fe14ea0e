package org.huizhi.app;

import java.nio.file.Path;
import java.util.Optional;
import org.huizhi.config.ConfigMistakes;
import org.huizhi.config.KioskConfig;
import picocli.CommandLine.Option;

/** The option that every command shares: where {@code kiosk-config} is. */
final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "The configuration folder; by default the kiosk-config beside the program.")
  Optional<Path> folder = Optional.empty();

  KioskConfig read() throws ConfigMistakes {
    return KioskConfig.read(path());
  }

  /** Where it is. */
  Path path() {
    return folder.orElseGet(() -> Home.folder().resolve("kiosk-config"));
  }
}
