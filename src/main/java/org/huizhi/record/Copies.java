package org.huizhi.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huizhi.storage.Database;
import org.huizhi.storage.StorageTrouble;
import org.huizhi.storage.Swap;

/**
 * What lies beside a record and holds what it held: the daily copies, the record that a restore
 * replaced, and drafts that a kill left. None of it may outlive what it was copied from.
 */
public final class Copies {
  /** Each backup writes a draft of its own; one without a name is of an earlier program. */
  private static final Pattern BACKUP_DRAFT =
      Pattern.compile("(backup(?:-[\\w-]+)?\\.draft)(?:-wal|-shm|\\.opening)?");

  static final String RESTORE_DRAFT = "restore.draft";

  /** Nobody writes on a draft for as long without touching it. */
  private static final Duration UNTOUCHED = Duration.ofHours(1);

  private Copies() {}

  /** Where the daily copies of a record are. */
  public static Path folder(Path dataDir) {
    return dataDir.resolve("backup");
  }

  /**
   * Deletes what was kept for its time, whether or not there is room for a new copy. To be called
   * at the start and every few minutes; a backup may be under way meanwhile.
   */
  public static void tidy(Path dataDir, Clock clock) {
    try {
      tidyDrafts(drafts(dataDir), clock.instant());
      tidyReplaced(replaced(dataDir), clock.instant());
      deleteOld(folder(dataDir), LocalDate.now(clock));
    } catch (IOException e) {
      throw new StorageTrouble(
          StorageTrouble.Kind.AWAY, "Old copies in " + dataDir + " cannot be deleted.", e);
    }
  }

  /** Deletes the drafts of backups in a folder that a kill left. */
  static void tidyDrafts(Path folder, Instant now) throws IOException {
    tidyDrafts(backupDrafts(folder), now);
  }

  private static void tidyDrafts(List<Path> drafts, Instant now) throws IOException {
    for (Path draft : drafts) {
      Optional<Instant> written = lastWritten(draft);
      if (written.isEmpty()
          || Duration.between(written.get(), now).abs().compareTo(UNTOUCHED) > 0) {
        forget(draft);
      }
    }
  }

  private static void tidyReplaced(Path replaced, Instant now) throws IOException {
    Optional<Instant> since = lastWritten(replaced);
    if (since.isEmpty()) {
      return;
    }
    if (!since.get().plus(Backup.KEPT).isAfter(now)) {
      forget(replaced);
    } else if (since.get().isAfter(now.plus(Duration.ofDays(1))) && Files.exists(replaced)) {
      // A clock was wrong: it counts from now, or it would be kept for years.
      Files.setLastModifiedTime(replaced, FileTime.from(now));
    }
  }

  /** The record that a restore replaced; it may not be there. */
  static Path replaced(Path dataDir) {
    return Swap.replaced(dataDir.resolve(CaseStore.FILE));
  }

  /** Copies that are not whole; they may not be there. */
  public static List<Path> drafts(Path dataDir) throws IOException {
    List<Path> drafts = new ArrayList<>(backupDrafts(folder(dataDir)));
    drafts.add(dataDir.resolve(RESTORE_DRAFT));
    return drafts;
  }

  private static List<Path> backupDrafts(Path folder) throws IOException {
    return files(folder).stream()
        .map(file -> BACKUP_DRAFT.matcher(file.getFileName().toString()))
        .filter(Matcher::matches)
        .map(name -> folder.resolve(name.group(1)))
        .distinct()
        .toList();
  }

  /** A draft that no other backup has, whoever else writes into this folder. */
  static Path newDraft(Path folder) {
    return folder.resolve("backup-" + UUID.randomUUID() + ".draft");
  }

  /** Every whole copy that there is, and the record that a restore replaced. */
  public static List<Path> in(Path dataDir) {
    try {
      List<Path> found = new ArrayList<>();
      for (Path file : files(folder(dataDir))) {
        if (dayOf(file).isPresent()) {
          found.add(file);
        }
      }
      if (Files.exists(replaced(dataDir))) {
        found.add(replaced(dataDir));
      }
      return found;
    } catch (IOException e) {
      throw new StorageTrouble(
          StorageTrouble.Kind.AWAY, "The copies in " + dataDir + " cannot be listed.", e);
    }
  }

  /**
   * Deletes and overwrites in a copy what is due, and what is kept for hours only.
   *
   * @return how many cases that are due still hold something personal: none
   * @throws StorageTrouble where the copy cannot be opened
   */
  public static int leaveOut(Path copy, Due due, Instant now) {
    try {
      FileTime written = Files.getLastModifiedTime(copy);
      try (Database copied = Database.open(copy)) {
        copied.write("Leaving out what is due", handle -> Purge.all(handle, due, now));
        copied.write(
            "Leaving out what is kept for hours",
            handle -> {
              LeftReviews.leaveOut(handle);
              return true;
            });
        copied.emptyLog();
        return copied.read("Counting what is due", handle -> Purge.left(handle, due));
      } finally {
        Files.deleteIfExists(part(copy, ".opening"));
        Files.setLastModifiedTime(copy, written); // how long it is kept goes by that
      }
    } catch (IOException e) {
      throw new StorageTrouble(
          StorageTrouble.Kind.AWAY, "The copy " + copy + " cannot be changed.", e);
    }
  }

  /**
   * Deletes copies that are a week old. Those dated ahead, by a clock that was wrong, go once there
   * is one of today: should the clock be wrong now, not every copy is lost.
   */
  static void deleteOld(Path folder, LocalDate today) throws IOException {
    boolean todays = Files.exists(Backup.of(folder, today));
    LocalDate oldest = today.minusDays(Backup.KEPT.toDays());
    Optional<IOException> stuck = Optional.empty();
    for (Path file : files(folder)) {
      Optional<LocalDate> day = dayOf(file);
      if (day.isPresent()
          && (!day.get().isAfter(oldest) || (todays && day.get().isAfter(today.plusDays(1))))) {
        try {
          forget(file);
        } catch (IOException wrong) {
          stuck = Optional.of(wrong); // the others go all the same
        }
      }
    }
    if (stuck.isPresent()) {
      throw stuck.get();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static Optional<LocalDate> dayOf(Path copy) {
    String name = copy.getFileName().toString();
    if (!name.matches("cases-\\d{4}-\\d\\d-\\d\\d\\.db")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(name.substring(6, 16)));
    } catch (DateTimeException e) {
      return Optional.empty(); // somebody else's file
    }
  }

  /** When any part of a database file was last written; empty where there is none. */
  private static Optional<Instant> lastWritten(Path file) throws IOException {
    Optional<Instant> last = Optional.empty();
    for (String end : List.of("", "-wal")) {
      try {
        Instant written = Files.getLastModifiedTime(part(file, end)).toInstant();
        last = last.filter(written::isBefore).or(() -> Optional.of(written));
      } catch (NoSuchFileException gone) {
        // or it was never there
      }
    }
    return last;
  }

  /** Deletes a database file with all that belongs to it. */
  static void forget(Path file) throws IOException {
    for (String end : List.of("", "-wal", "-shm", ".opening")) {
      Files.deleteIfExists(part(file, end));
    }
  }

  private static Path part(Path file, String end) {
    return file.resolveSibling(file.getFileName() + end);
  }
}
