package org.huizhi.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Holds whoever guesses PINs back: after each failure the next try is looked at only after twice as
 * long, and never are there more than ten in an hour, of one person or at one machine. A try counts
 * as failed from before it is looked at, so that many at once are no way around.
 */
final class Tries {
  static final int MOST = 10;
  static final Duration WINDOW = Duration.ofHours(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  /** A row that is only written, so that who tries at the same time has to wait. */
  private static final long LOCK = -1;

  private Tries() {}

  private record Try(long nth, Instant at) {}

  /**
   * Takes a try of everybody in {@code who}, or of nobody.
   *
   * @return when the next try may come; empty when this one was taken
   */
  static Optional<Instant> take(Handle handle, List<String> who, Instant now) {
    who.forEach(one -> put(handle, one, LOCK, Instant.EPOCH));
    List<List<Try>> all = who.stream().map(one -> of(handle, one)).toList();
    Optional<Instant> next =
        all.stream()
            .map(tries -> next(tries, now))
            .max(Comparator.naturalOrder())
            .filter(now::isBefore);
    if (next.isEmpty()) {
      for (int i = 0; i < who.size(); i++) {
        put(handle, who.get(i), place(all.get(i)), now);
      }
    }
    return next;
  }

  private static void put(Handle handle, String who, long nth, Instant at) {
    handle.execute(
        "insert into staff_try (who, nth, at) values (?, ?, ?)"
            + " on conflict (who, nth) do update set at = excluded.at",
        who,
        nth,
        at.toEpochMilli());
  }

  /** The try of this moment did not fail after all. */
  static void giveBack(Handle handle, String who, Instant taken) {
    handle.execute(
        "update staff_try set at = 0 where who = ? and at = ?", who, taken.toEpochMilli());
  }

  static void forget(Handle handle, String who) {
    handle.execute("update staff_try set at = 0 where who = ?", who);
  }

  /** The tries of one, oldest first. */
  private static List<Try> of(Handle handle, String who) {
    return handle
        .createQuery("select nth, at from staff_try where who = :who and nth >= 0 order by at, nth")
        .bind("who", who)
        .map((row, context) -> new Try(row.getLong("nth"), Instant.ofEpochMilli(row.getLong("at"))))
        .list();
  }

  private static Instant next(List<Try> tries, Instant now) {
    List<Try> recent = new ArrayList<>(tries);
    recent.removeIf(each -> !each.at().plus(WINDOW).isAfter(now));
    if (recent.isEmpty()) {
      return now;
    }
    Instant paused =
        recent.getLast().at().plus(FIRST_PAUSE.multipliedBy(1L << (recent.size() - 1)));
    Instant full = recent.getFirst().at().plus(WINDOW);
    return recent.size() < MOST || paused.isAfter(full) ? paused : full;
  }

  private static long place(List<Try> tries) {
    return tries.size() < MOST ? tries.size() : tries.getFirst().nth();
  }
}
