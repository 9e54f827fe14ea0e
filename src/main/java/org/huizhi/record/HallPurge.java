package org.huizhi.record;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.jdbi.v3.core.Handle;

/**
 * Deletes in the hall's database what is due, whichever machine took it: that one may be off,
 * stolen or broken for good. Several machines may do it at once. One thread; may throw
 * StorageTrouble.
 */
public final class HallPurge {
  /**
   * A machine must not keep whoever waits for its paper, however much is due after a long pause.
   */
  private static final int MOST_BATCHES = 10;

  private final Database hall;
  private final Audit audit;
  private final Predicate<Instant> believed;

  /**
   * @param machine who deletes
   * @param hall the hall's database; not closed with this
   */
  public HallPurge(String machine, Database hall, Clock clock) {
    this(machine, hall, _ -> true, clock);
  }

  /**
   * @param believed whether it may be deleted by what the hall says is the date
   */
  public HallPurge(String machine, Database hall, Predicate<Instant> believed, Clock clock) {
    this.hall = hall;
    this.believed = believed;
    this.audit = new Audit(machine + "/purge", clock);
  }

  /** Deletes all that is due; what another machine has in hand is counted by {@link #left}. */
  public Purged all(Retention keep) {
    Purged all = some(keep);
    Purged more = all;
    while (more.cases() > 0) {
      more = some(keep);
      all = all.and(more);
    }
    return all;
  }

  /** How many cases that are due hold something personal. */
  public int left(Due due) {
    return hall.read(
        "Counting what is due", handle -> Purge.left(handle, due.with(Due.Doubt.OPEN)));
  }

  /** Deletes the oldest few hundred of what is due by the hall's time; the next call goes on. */
  public Purged some(Retention keep) {
    Instant now = hall.now();
    Due due = keep.at(now).with(Due.Doubt.OPEN); // its machine may have printed it while away
    Purged all = new Purged(0, 0, due);
    if (!believed.test(now)) {
      return all;
    }
    for (int i = 0; i < MOST_BATCHES; i++) {
      Purged batch = hall.write("Deleting what is due in the hall", h -> batch(h, due, now));
      all = all.and(batch);
      if (batch.cases() < Purge.BATCH) {
        return all;
      }
    }
    return all;
  }

  /** What another machine has in hand is left to it. */
  private Purged batch(Handle handle, Due due, Instant now) {
    hall.dialect().unhurried().ifPresent(handle::execute);
    List<String> cases =
        Purge.some(handle, due, hall.dialect().skipLocked()).stream().limit(Purge.BATCH).toList();
    if (cases.isEmpty()) {
      return new Purged(0, 0, due);
    }
    Purged purged = Purge.wipe(handle, cases, due, now);
    audit.note(handle, "purged", "older than " + due.usual(), purged.cases() + " cases");
    return purged;
  }
}
