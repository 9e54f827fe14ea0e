package org.huizhi.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.huizhi.config.KioskConfig;
import org.huizhi.queue.HallQueue;
import org.huizhi.receipt.ImageNumbers;
import org.huizhi.record.Restore;
import org.huizhi.storage.StorageTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kiosk restore}: puts a backup in the place of the record. */
@Command(
    name = "restore",
    description =
        "Puts a backup in the place of the record while no kiosk, board, ticket machine or console"
            + " runs on its data folder. The record that was there is kept as cases.db.replaced for"
            + " a week; no number that it gave is given again.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Mixin private DataOption data = new DataOption();

  @Mixin private DateOption date = new DateOption();

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws Exception {
    KioskConfig read = config.read();
    Clock clock = Clock.system(read.kiosk().timeZone());
    Path folder = data.in(read);
    if (!Files.isRegularFile(file)) {
      throw new Refusal(ExitCode.USAGE, file + " is no file");
    }
    try (Held _ = Role.alone(folder)) {
      date.checkOverBroken(folder, clock.instant()); // what is due is left out of what is replaced
      Set<String> series = new HashSet<>(HallQueue.series(read.kiosk().queue().kinds()));
      series.add(ImageNumbers.of(read.kiosk().imageNumber(), read.kiosk().machine()).series());
      Restore.from(file, folder, read.kiosk().keep(), series, clock);
      System.out.println("restored");
      return ExitCode.OK;
    } catch (StorageTrouble trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
  }
}
