package org.huizhi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.huizhi.config.KioskConfig;
import org.huizhi.printer.PrinterChoice;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Copies;
import org.huizhi.record.Due;
import org.huizhi.record.Purged;
import org.huizhi.record.Retention;
import org.huizhi.record.Reviews;
import org.huizhi.record.Vault;
import org.huizhi.storage.StorageTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kiosk purge}: deletes what is due now and proves that nothing older is left. */
@Command(
    name = "purge",
    description =
        "Deletes what is personal and older than keep, as the kiosk does by itself; then looks"
            + " through database, copies and data folder and says whether anything older is left.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:nothing older is left", "1:something is", "2:it could not be done"})
final class PurgeCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--older-than",
      paramLabel = "DAYS",
      description = "Delete what is older than so many days; by default what kiosk-config says.")
  private Optional<Integer> days = Optional.empty();

  @Override
  public Integer call() throws Exception {
    KioskConfig read = config.read();
    Path folder = data.in(read);
    Clock clock = Clock.system(read.kiosk().timeZone());
    Retention keep = days.map(Duration::ofDays).map(Retention::of).orElse(read.kiosk().keep());
    Due due = keep.at(clock.instant());
    Instant limit = due.files();
    try (CaseStore store = Records.open(read, folder, clock)) {
      for (PrinterChoice choice : read.kiosk().printers()) {
        choice.open(folder).forget(limit);
      }
      Purged purged = store.purge(due);
      Reviews.endLeft(store.database(), clock.instant());
      int left = store.personal(due);
      Copies.tidy(folder, clock);
      List<Path> copies = Copies.in(folder);
      List<String> inCopies = leftIn(copies, due, clock.instant());
      List<Path> files = older(folder, limit, copies);
      System.out.printf("deleted what was personal of %d cases%n", purged.cases());
      System.out.printf("database: %d cases that are due hold something personal%n", left);
      System.out.printf(
          "copies: %d looked into, %d of which may hold something personal that is due%n",
          copies.size(), inCopies.size());
      inCopies.forEach(line -> System.out.println("  " + line));
      System.out.printf("disk: %d files in %s are older or drafts%n", files.size(), folder);
      files.forEach(file -> System.out.println("  " + file));
      boolean proven = left == 0 && inCopies.isEmpty() && files.isEmpty();
      System.out.println(
          proven
              ? "nothing that is due is left, such as from before " + due.usual()
              : "something is left");
      return proven ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (StorageTrouble trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
  }

  /** Deletes in the copies, too, and says of which it cannot be said that nothing is left. */
  private static List<String> leftIn(List<Path> copies, Due due, Instant now) {
    List<String> lines = new ArrayList<>();
    for (Path copy : copies) {
      try {
        int left = Copies.leaveOut(copy, due, now);
        if (left > 0) {
          lines.add(copy + ": " + left + " cases");
        }
      } catch (StorageTrouble trouble) {
        lines.add(copy + ": " + trouble.getMessage());
      }
    }
    return lines;
  }

  /**
   * Files that were last written before, and drafts of copies however old, but for the database,
   * what was looked into, and the keys, which hold no person.
   */
  private static List<Path> older(Path folder, Instant limit, List<Path> lookedInto)
      throws IOException {
    List<Path> drafts = Copies.drafts(folder);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !isOurs(file.getFileName().toString()) && !lookedInto.contains(file))
          .filter(file -> drafts.contains(file) || writtenBefore(file, limit))
          .sorted()
          .toList();
    }
  }

  private static boolean isOurs(String name) {
    return CaseStore.FILES.contains(name)
        || name.startsWith("tickets.db")
        || name.equals(Vault.FILE)
        || name.endsWith(".lock");
  }

  private static boolean writtenBefore(Path file, Instant limit) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(limit);
    } catch (IOException gone) {
      return false; // deleted meanwhile
    }
  }
}
