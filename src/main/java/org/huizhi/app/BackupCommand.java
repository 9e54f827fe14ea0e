package org.huizhi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizhi.config.KioskConfig;
import org.huizhi.record.Backup;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Copies;
import org.huizhi.storage.StorageTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kiosk backup}: copies the record while it is in use. */
@Command(
    name = "backup",
    description =
        "Copies the record while the kiosk runs, as it does by itself every day. The key vault.key"
            + " is not in the copy: keep it elsewhere.",
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Mixin private DataOption data = new DataOption();

  @Mixin private DateOption date = new DateOption();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Where the copy goes; by default backup in the data folder.")
  private Optional<Path> to = Optional.empty();

  @Override
  public Integer call() throws Exception {
    KioskConfig read = config.read();
    Clock clock = Clock.system(read.kiosk().timeZone());
    Path folder = data.in(read);
    try {
      date.check(folder, clock.instant()); // what is due is left out, and old copies go
    } catch (StorageTrouble trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
    try (CaseStore store = Records.open(read, folder, clock)) {
      Path target = to.orElse(Copies.folder(folder));
      System.out.println(Backup.write(store, target, read.kiosk().keep(), clock));
      return ExitCode.OK;
    } catch (StorageTrouble trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
  }
}
