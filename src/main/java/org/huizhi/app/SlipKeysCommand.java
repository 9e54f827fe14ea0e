package org.huizhi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizhi.config.KioskConfig;
import org.huizhi.receipt.SlipKeys;
import org.huizhi.storage.StorageTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kiosk slip-keys}: the public keys that windows verify slips with. */
@Command(
    name = "slip-keys",
    description = "Lists the public keys of this machine's slips, or writes them for the windows.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "2:a key could not be read or written, or a wrong option"})
final class SlipKeysCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--out", paramLabel = "DIR", description = "Write each as a .pub file here.")
  private Optional<Path> out = Optional.empty();

  @Override
  public Integer call() throws Exception {
    KioskConfig read = config.read();
    Path folder = data.in(read);
    try {
      SlipKeys.Own own = SlipKeys.open(folder, read.kiosk().slipKey());
      for (SlipKeys.Published key : SlipKeys.published(folder.resolve(SlipKeys.FOLDER))) {
        System.out.println(
            key.id() + "  " + key.name() + (key.id().equals(own.id()) ? "  signs now" : ""));
        if (out.isPresent()) {
          Files.createDirectories(out.get());
          String name = "machine-" + read.kiosk().machine() + "-" + key.name() + ".pub";
          Files.writeString(out.get().resolve(name), key.pem());
        }
      }
      return ExitCode.OK;
    } catch (StorageTrouble | IOException trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
  }
}
