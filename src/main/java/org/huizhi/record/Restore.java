package org.huizhi.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.DateWatch;
import org.huizhi.storage.OwnerOnly;
import org.huizhi.storage.Serials;
import org.huizhi.storage.StorageTrouble;
import org.huizhi.storage.Swap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a copy in the place of a record that nobody has open. */
public final class Restore {
  /** Where nobody knows how many numbers were given since the copy, so many are left out. */
  private static final int LEFT_OUT = 10_000;

  /** How many were left out so far: the next record that cannot be read is beyond these. */
  static final String LEFT_OUT_FILE = CaseStore.FILE + ".left-out";

  private static final Logger LOG = LoggerFactory.getLogger(Restore.class);

  private Restore() {}

  /**
   * The record that is replaced is kept beside the new one for as long as a daily copy, without
   * what would be due meanwhile. No number that was given since the copy was made is given again.
   * Nothing is moved before all is ready, so that a copy that does not fit changes nothing.
   *
   * @param keep how long what is personal stays in the record
   * @param series those that this machine counts, whether the copy knows of them or not
   * @throws StorageTrouble KEY when the copy was sealed by another key than the folder's
   */
  public static void from(
      Path copy, Path dataDir, Retention keep, Set<String> series, Clock clock) {
    Path record = dataDir.resolve(CaseStore.FILE);
    Path draft = dataDir.resolve(Copies.RESTORE_DRAFT);
    try {
      OwnerOnly.directory(dataDir);
      Swap.finish(record); // of a restore that was broken off: numbers go on from that
      Copies.forget(draft);
      try {
        Files.copy(copy, draft);
        prepare(draft, dataDir, copy.getFileName().toString(), series, clock);
        if (Files.exists(record)) {
          Files.setLastModifiedTime(record, FileTime.from(clock.instant())); // when it was replaced
        }
        Swap.put(draft, record);
      } finally {
        Copies.forget(draft);
      }
      leaveOut(Swap.replaced(record), keep.at(clock.instant().plus(Backup.KEPT)), clock.instant());
    } catch (IOException e) {
      throw new StorageTrouble(
          StorageTrouble.Kind.AWAY, "The backup " + copy + " cannot be put in place.", e);
    }
  }

  private static void leaveOut(Path replaced, Due due, Instant now) {
    if (Files.exists(replaced)) {
      try {
        Copies.leaveOut(replaced, due, now);
      } catch (StorageTrouble broken) {
        LOG.warn("{} is kept as it is for a week: {}", replaced, broken.getMessage());
      }
    }
  }

  private static void prepare(
      Path draft, Path dataDir, String name, Set<String> series, Clock clock) {
    try (Database fresh = open(draft, name)) {
      Optional<byte[]> proof = fresh.read("Opening the backup", CaseStore::proof);
      if (proof.isEmpty()) {
        throw new StorageTrouble(StorageTrouble.Kind.REFUSED, name + " is no backup of a record.");
      }
      Vault.refuseMissing(dataDir);
      Vault.open(dataDir).prove(proof.get());
      Audit audit = new Audit("restore", clock);
      fresh.write(
          "Restoring the record",
          handle -> {
            // Before this computer's date, which may be wrong, is noted: it is no last date seen.
            Audit.newest(handle).ifPresent(DateWatch.own(dataDir, Optional::empty)::begin);
            String counters = goOn(handle, dataDir, series, audit, clock);
            audit.note(handle, "restored", name, counters);
            return true;
          });
      fresh.emptyLog();
    }
  }

  private static Database open(Path draft, String name) {
    try {
      return Database.open(draft);
    } catch (StorageTrouble trouble) {
      throw new StorageTrouble(
          trouble.kind(),
          name + " is no backup of a record, or is damaged. The record stays as it was.",
          trouble);
    }
  }

  /**
   * Takes over what the record that is replaced counted and deleted; where it cannot tell, leaves
   * numbers out.
   */
  private static String goOn(
      Handle fresh, Path dataDir, Set<String> series, Audit audit, Clock clock) {
    Path record = dataDir.resolve(CaseStore.FILE);
    if (Files.exists(record)) {
      try (Database replaced = Database.open(record)) {
        boolean knowsAll = replaced.read("Reading the audit", old -> grew(fresh, old));
        int gone = GoneSince.leaveOut(replaced, fresh, audit, clock.instant());
        Serials.goOnFrom(replaced, fresh);
        if (knowsAll) {
          return "counters go on from the record that was replaced, "
              + gone
              + " cases that it had deleted stay so";
        }
      } catch (StorageTrouble broken) {
        // said below
      }
    }
    Set<String> all = new HashSet<>(series);
    for (String table : List.of("serial", "image_number", "lent")) {
      all.addAll(
          fresh.createQuery("select distinct series from " + table).mapTo(String.class).set());
    }
    LocalDate today = LocalDate.now(clock);
    // Neighbours, because a clock may be some hours off.
    List<LocalDate> days = List.of(today.minusDays(1), today, today.plusDays(1));
    long numbers = toLeaveOut(dataDir.resolve(LEFT_OUT_FILE));
    Serials.leaveOut(fresh, all, days, numbers);
    return numbers + " numbers of each series were left out";
  }

  /** More each time: nobody knows what a record that broke after a restore had given. */
  private static long toLeaveOut(Path file) {
    try {
      String before = Files.exists(file) ? Files.readString(file).strip() : "0";
      long numbers = Long.parseLong(before) + LEFT_OUT;
      OwnerOnly.replace(file, Long.toString(numbers).getBytes(StandardCharsets.US_ASCII));
      return numbers;
    } catch (IOException | NumberFormatException e) {
      throw new StorageTrouble(
          StorageTrouble.Kind.AWAY,
          "The file " + file + " cannot be read or written; it says how many numbers to leave out.",
          e);
    }
  }

  /**
   * Whether a record is what the copy's became: it has the last line of each of the copy's chains.
   * One that was begun anew after the copy does not know what was given in between.
   */
  private static boolean grew(Handle copy, Handle record) {
    List<String> ends =
        copy.createQuery(
                "select hash from audit a"
                    + " where seq = (select max(seq) from audit b where b.chain = a.chain)")
            .mapTo(String.class)
            .list();
    return !ends.isEmpty()
        && ends.stream()
            .allMatch(
                hash ->
                    record
                            .createQuery("select count(*) from audit where hash = :hash")
                            .bind("hash", hash)
                            .mapTo(Integer.class)
                            .one()
                        > 0);
  }
}
