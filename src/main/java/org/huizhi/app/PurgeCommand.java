package org.huizhi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizhi.config.KioskConfig;
import org.huizhi.printer.PrinterChoice;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Copies;
import org.huizhi.record.Due;
import org.huizhi.record.HallPurge;
import org.huizhi.record.HallRecord;
import org.huizhi.record.Purged;
import org.huizhi.record.Retention;
import org.huizhi.record.Reviews;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.DateWatch;
import org.huizhi.storage.Storage;
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

  @Mixin private DateOption date = new DateOption();

  @Override
  public Integer call() throws Exception {
    KioskConfig read = config.read();
    Path folder = data.in(read);
    Clock clock = Clock.system(read.kiosk().timeZone());
    Retention keep = days.map(Duration::ofDays).map(Retention::of).orElse(read.kiosk().keep());
    Due due = keep.at(clock.instant());
    Instant limit = due.files();
    try {
      date.check(folder, clock.instant());
      List<String> printers = keeping(read, folder, limit);
      List<Part> parts = purge(read, folder, keep, clock);
      Copies.tidy(folder, clock);
      List<Path> copies = Copies.in(folder);
      List<String> inCopies = leftIn(copies, due, clock.instant());
      List<Path> files = OldFiles.in(folder, limit, copies);
      for (Part part : parts) {
        System.out.printf(
            "%s: deleted what was personal of %d cases%n", part.name(), part.deleted());
        System.out.printf(
            "%s: %d cases that are due hold something personal%n", part.name(), part.left());
      }
      System.out.printf(
          "copies: %d looked into, %d of which may hold something personal that is due%n",
          copies.size(), inCopies.size());
      inCopies.forEach(line -> System.out.println("  " + line));
      printers.forEach(
          name -> System.out.println("printer " + name + ": old slips may be left in its folder"));
      System.out.printf(
          "disk: %d files in %s are older, drafts or not to be looked into%n",
          files.size(), folder);
      files.forEach(file -> System.out.println("  " + file));
      boolean proven =
          parts.stream().allMatch(part -> part.left() == 0)
              && inCopies.isEmpty()
              && printers.isEmpty()
              && files.isEmpty();
      System.out.println(
          proven
              ? "nothing that is due is left, such as from before " + due.usual()
              : "something is left");
      return proven ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (StorageTrouble trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
  }

  /** Deletes what printers keep, and names those of which nobody knows that all is deleted. */
  private static List<String> keeping(KioskConfig read, Path folder, Instant limit) {
    return read.kiosk().printers().stream()
        .filter(choice -> !choice.open(folder).forget(limit))
        .map(PrinterChoice::name)
        .toList();
  }

  /** What was done to a database. */
  private record Part(String name, int deleted, int left) {}

  /** A kiosk of a hall has two: its own, which comes home, and the hall's. */
  private List<Part> purge(KioskConfig read, Path folder, Retention keep, Clock clock) {
    Due due = keep.at(clock.instant());
    if (!(read.kiosk().database() instanceof Storage.Postgres server)) {
      try (CaseStore store = Records.open(read, folder, clock)) {
        return List.of(purge("database", store, due, clock));
      }
    }
    Optional<Instant> before = Records.lastNoted(folder); // what is deleted below is noted there
    List<Part> parts = new ArrayList<>();
    try (Database database = Database.later(server)) {
      Optional<CaseStore> lent = Records.lent(read, folder, clock);
      if (lent.isPresent()) {
        try (CaseStore own = lent.get()) {
          HallRecord record = new HallRecord(own, database, clock);
          Deed.orLater("what others printed", record::learn);
          parts.add(
              purge(
                  "this machine",
                  own,
                  record.knowsPrints() ? due : keep.inDoubtAt(clock.instant()),
                  clock));
        }
      }
      database.prepare();
      date.check(
          DateWatch.hall(folder, () -> before.or(() -> Audit.newest(database))), database.now());
      HallPurge hall = new HallPurge(read.kiosk().machine(), database, clock);
      int deleted = hall.all(keep).cases();
      Reviews.endLeft(database, clock.instant());
      parts.add(new Part("hall", deleted, hall.left(due)));
    }
    return parts;
  }

  private static Part purge(String name, CaseStore store, Due due, Clock clock) {
    Purged purged = store.purge(due);
    Reviews.endLeft(store.database(), clock.instant());
    return new Part(name, purged.cases(), store.personal(due));
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
}
