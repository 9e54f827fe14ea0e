package org.huizhi.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.huizhi.storage.Database;
import org.huizhi.storage.Dialect;
import org.huizhi.storage.OwnerOnly;
import org.huizhi.storage.StorageTrouble;

/**
 * Copies of a record in a file, made while it is in use. The key is not in them. What would be due
 * while a copy is kept is not in it either. A server's record is backed up with the server's tools.
 */
public final class Backup {
  /** How long a daily copy is kept. */
  public static final Duration KEPT = Duration.ofDays(7);

  private Backup() {}

  /** Today's copy in this folder. */
  public static Path of(Path folder, LocalDate day) {
    return folder.resolve("cases-" + day + ".db");
  }

  /**
   * Writes today's copy, in place of an earlier one of today, and deletes those that are too old.
   *
   * @param keep how long what is personal stays in the record
   */
  public static Path write(CaseStore store, Path folder, Retention keep, Clock clock) {
    if (store.database().dialect() != Dialect.SQLITE) {
      throw new StorageTrouble(
          StorageTrouble.Kind.REFUSED,
          "The hall's server is backed up by its own tools (pg_dump).");
    }
    OwnerOnly.directory(folder);
    Path copy = of(folder, LocalDate.now(clock));
    Path draft = folder.resolve("backup.draft");
    try {
      forget(draft);
      store
          .database()
          .read(
              "Backing the record up",
              handle -> handle.execute("vacuum into ?", draft.toAbsolutePath().toString()));
      try (Database copied = Database.open(draft)) {
        Due due = keep.at(clock.instant().plus(KEPT));
        copied.write("Leaving out what is due", h -> Purge.all(h, due, clock.instant()));
        copied.write(
            "Leaving out what is kept for hours",
            handle -> {
              LeftReviews.leaveOut(handle);
              return true;
            });
        copied.emptyLog();
      }
      Files.move(draft, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      forget(draft);
      deleteOld(folder, LocalDate.now(clock).minusDays(KEPT.toDays()));
      return copy;
    } catch (IOException e) {
      throw new StorageTrouble(
          StorageTrouble.Kind.AWAY, "The backup in " + folder + " cannot be written.", e);
    }
  }

  static void forget(Path file) throws IOException {
    for (String part : List.of("", "-wal", "-shm", ".opening")) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + part));
    }
  }

  private static void deleteOld(Path folder, LocalDate before) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.matches("cases-\\d{4}-\\d\\d-\\d\\d\\.db")
            && LocalDate.parse(name.substring(6, 16)).isBefore(before)) {
          Files.delete(file);
        }
      }
    }
  }
}
