package org.huizhi.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.huizhi.config.KioskConfig;
import org.huizhi.config.KioskFile;
import org.huizhi.queue.HallQueue;
import org.huizhi.receipt.ImageNumbers;
import org.huizhi.record.Backup;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Copies;
import org.huizhi.record.Due;
import org.huizhi.record.HallPurge;
import org.huizhi.record.HallRecord;
import org.huizhi.record.PrintJob;
import org.huizhi.record.Purged;
import org.huizhi.record.Retention;
import org.huizhi.record.Reviews;
import org.huizhi.record.Vault;
import org.huizhi.staff.Staff;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.DateWatch;
import org.huizhi.storage.HallClock;
import org.huizhi.storage.Storage;
import org.huizhi.storage.StorageTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This machine's record and queue, and its way to the hall's. A lone machine is its own hall. The
 * queue may be used by any thread, {@link #meet} by one.
 */
final class HallLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HallLink.class);
  private static final int BACKUP_MINUTES = 10;

  /** Longer than anybody waits at a machine: the one that asked is gone. */
  private static final Duration LONGEST_REVIEW = Duration.ofHours(1);

  private final Held held = new Held();
  private final CaseStore store;
  private final Optional<Database> server;
  private final Optional<HallRecord> record;
  private final HallQueue queue;
  private final Staff staff;
  private final Clock own;
  private final DateWatch date;
  private final DateWatch hallDate;
  private final Reviews reviews;
  private final ImageNumbers numbers;
  private final String language;
  private final KioskFile kiosk;
  private volatile Optional<String> copiesTrouble = Optional.empty();
  private final ScheduledExecutorService backups =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("backup").daemon().unstarted(task));

  /**
   * Opens this machine's record; the hall's server is only looked for by {@link #meet}.
   *
   * @param alone whether this is a recording, whose cases and tickets never go to the hall
   */
  HallLink(KioskConfig config, Path data, boolean alone, Clock clock) {
    kiosk = config.kiosk();
    own = clock;
    language = kiosk.languages().getFirst();
    numbers = ImageNumbers.of(kiosk.imageNumber(), kiosk.machine());
    Storage storage = alone ? new Storage.Sqlite() : kiosk.database();
    try {
      // First: it is what may fail.
      store = held.keep(open(data, storage, kiosk.machine(), clock), CaseStore::close);
      server =
          switch (storage) {
            case Storage.Sqlite _ -> Optional.empty();
            case Storage.Postgres named ->
                Optional.of(held.keep(Database.later(named), Database::close));
          };
      Database hall = server.orElseGet(store::database);
      Database mine = store.database();
      date = DateWatch.own(data, () -> Audit.newest(mine));
      hallDate = DateWatch.hall(data, () -> Audit.newest(mine));
      String machine = kiosk.machine();
      record = server.map(there -> new HallRecord(store, there, clock));
      queue = new HallQueue(hall, mine, machine, kiosk.queue().kinds(), new HallClock(clock));
      Vault vault = Vault.open(data);
      staff = new Staff(hall, mine, machine, vault, clock);
      reviews = new Reviews(hall, mine, machine, vault, Staff.chains(machine), clock);
    } catch (RuntimeException | Error failed) {
      close();
      throw failed;
    }
  }

  private static CaseStore open(Path data, Storage storage, String machine, Clock clock) {
    return switch (storage) {
      case Storage.Sqlite _ -> CaseStore.open(data, storage, machine, clock);
      case Storage.Postgres _ -> CaseStore.openLent(data, machine, clock);
    };
  }

  /**
   * Copies the record once a day and deletes what is left of old copies, on a thread of its own
   * because a large one takes its time.
   */
  void backUpDaily(Path data, Clock clock) {
    var _ =
        backups.scheduleWithFixedDelay(
            () -> backUp(data, clock), 1, BACKUP_MINUTES, TimeUnit.MINUTES);
  }

  /** Old copies are deleted, and a new one lacks what is due, by the date too. */
  void backUp(Path data, Clock clock) {
    if (!date.believes(own.instant())) {
      copiesTrouble = Optional.of("ill.copies-wait");
      return;
    }
    Optional<String> stays = tidied(data, clock);
    Optional<String> lacks = copied(data, clock);
    copiesTrouble = stays.or(() -> lacks); // what stays is what applicants were promised
  }

  private Optional<String> tidied(Path data, Clock clock) {
    try {
      Copies.tidy(data, clock);
      return Optional.empty();
    } catch (RuntimeException wrong) {
      LOG.error("old copies stay and are tried again", wrong);
      return Optional.of("ill.copies");
    }
  }

  private Optional<String> copied(Path data, Clock clock) {
    Path folder = Copies.folder(data);
    if (Files.exists(Backup.of(folder, LocalDate.now(clock)))) {
      return Optional.empty();
    }
    try {
      LOG.info("backed up to {}", Backup.write(store, folder, kiosk.keep(), clock));
      return Optional.empty();
    } catch (RuntimeException wrong) {
      LOG.error("the daily backup failed and is tried again", wrong);
      return Optional.of("ill.backup");
    }
  }

  /** The key of what is wrong with the copies of the record; any thread. */
  Optional<String> copiesTrouble() {
    return copiesTrouble;
  }

  CaseStore store() {
    return store;
  }

  HallQueue queue() {
    return queue;
  }

  /** The hall's database; where a machine is alone, its own. */
  Database hall() {
    return server.orElseGet(store::database);
  }

  Staff staff() {
    return staff;
  }

  Reviews reviews() {
    return reviews;
  }

  /** When somebody who leaves with a code must be back. */
  Instant backBy() {
    return own.instant().plus(kiosk.staff().comeBack());
  }

  /** Whether no other machine has printed a slip that this one is about to print; any thread. */
  boolean mayPrint(PrintJob job) {
    return record.map(hall -> hall.mayPrint(job)).orElse(true);
  }

  /** Whether nothing is deleted because the date of this machine or of the hall may be wrong. */
  boolean dateInDoubt() {
    return date.doubted() || hallDate.doubted();
  }

  /**
   * Deletes what is due in this machine's record, and reviews that nobody waits for; by a date that
   * is not believed, nothing.
   */
  Purged purge(Retention keep) {
    if (!date.believes(own.instant())) {
      return store.purge(Due.before(Instant.EPOCH)); // shows whether the record works
    }
    reviews.withdrawBefore(own.instant().minus(LONGEST_REVIEW));
    reviews.endLeft();
    return store.purge(due(keep));
  }

  /** What deletes in the hall, where there is one. */
  HallPurge hallPurge(Clock clock) {
    return new HallPurge(store.machine(), hall(), hallDate::believes, clock);
  }

  /** What is due in this machine's record, by the longer time where the hall is not known. */
  private Due due(Retention keep) {
    Instant now = own.instant();
    return record.map(HallRecord::knowsPrints).orElse(true) ? keep.at(now) : keep.inDoubtAt(now);
  }

  /** How many cases the hall does not have as they are. */
  int toBringHome() {
    return record.map(HallRecord::waiting).orElse(0);
  }

  /** How far this machine's clock is from the hall's; empty where it has no other or it is away. */
  Optional<Duration> secondsOff() {
    if (server.isEmpty() || away()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Duration.between(server.get().now(), own.instant()));
    } catch (StorageTrouble away) {
      return Optional.empty();
    }
  }

  /** Whether the hall's database was away when it was last needed. */
  boolean away() {
    return record.map(HallRecord::away).orElse(false) || queue.away();
  }

  /**
   * Brings home what the hall does not have and refills what it lends; every few seconds. While the
   * hall is away nobody is learnt, but a part that fails keeps none of the others from their turn.
   *
   * @throws RuntimeException what one of them failed with, when all had their turn
   */
  void meet(boolean working) {
    boolean[] reached = {true};
    Each.of(
        () -> reached[0] = record.map(hall -> hall.meet(numbers)).orElse(true),
        () -> {
          if (reached[0]) {
            staff.meet();
          }
        },
        () -> {
          if (kiosk.queue().tickets()) {
            queue.meet(working, kiosk.queue().direction().getOrDefault(language, ""));
          }
        });
  }

  @Override
  public void close() {
    backups.shutdownNow();
    held.close();
  }
}
