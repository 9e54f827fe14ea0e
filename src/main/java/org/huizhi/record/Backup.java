package org.huizhi.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
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
   * Several may do it at once: the last to end is today's.
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
    LocalDate today = LocalDate.now(clock);
    Path copy = of(folder, today);
    Path draft = Copies.newDraft(folder);
    try {
      Copies.deleteOld(folder, today); // first: it may be what makes room
      Copies.tidyDrafts(folder, clock.instant());
      try {
        store
            .database()
            .read(
                "Backing the record up",
                handle -> handle.execute("vacuum into ?", draft.toAbsolutePath().toString()));
        Copies.leaveOut(draft, keep.at(clock.instant().plus(KEPT)), clock.instant());
        Files.move(
            draft, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Copies.forget(draft);
      }
      Copies.deleteOld(folder, today); // those dated ahead, now that there is this one
      return copy;
    } catch (IOException e) {
      throw new StorageTrouble(
          StorageTrouble.Kind.AWAY, "The backup in " + folder + " cannot be written.", e);
    }
  }
}
