package org.huizhi.record;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of reviews whose persons have left with a code. In whatever transaction is open. */
final class LeftReviews {
  private static final SecureRandom DICE = new SecureRandom();
  private static final int CODES = 1_000_000;

  /** Who came back to a machine that died meanwhile can go to another one after so long. */
  private static final Duration LONGEST_VISIT = Duration.ofMinutes(30);

  private static final String FREE =
      "(taken_until is null or taken_until <= :now or (taken_by = :machine and :idle))";

  /**
   * Where somebody is back.
   *
   * @param idle whether nobody is here yet: what this machine has taken it knows nothing of, for it
   *     has started anew or never heard the answer
   */
  record Taker(String machine, boolean idle) {}

  private LeftReviews() {}

  /**
   * Keeps a visit under a code that no other has.
   *
   * @return the code; empty where nothing waits under this id any more
   */
  static Optional<String> putAway(Handle handle, String id, byte[] visit, Instant backBy) {
    while (waits(handle, id)) {
      String code = "%06d".formatted(DICE.nextInt(CODES));
      int done =
          handle.execute(
              "update review set code = ?, back_by = ?, visit_sealed = ?, taken_by = null,"
                  + " taken_until = null where id = ?"
                  + " and state = 'WAITING' and not exists"
                  + " (select 1 from review other where other.code = ?)",
              code,
              backBy.toEpochMilli(),
              visit,
              id,
              code);
      if (done == 1) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  private static boolean waits(Handle handle, String id) {
    return handle
            .createQuery("select count(*) from review where id = ? and state = 'WAITING'")
            .bind(0, id)
            .mapTo(Integer.class)
            .one()
        == 1;
  }

  /**
   * Which review is kept under a code that still counts: nobody is here with it, and no other
   * machine has issued a slip of its case.
   */
  static Optional<String> find(Handle handle, String code, Taker taker, Instant now) {
    return handle
        .createQuery(
            "select id from review where code = :code and back_by > :now and "
                + FREE
                + " and not exists (select 1 from photo_case c where c.id = review.case_id"
                + " and c.machine not in ('', :machine))")
        .bind("code", code)
        .bind("now", now.toEpochMilli())
        .bind("machine", taker.machine())
        .bind("idle", taker.idle())
        .mapTo(String.class)
        .findOne();
  }

  /**
   * Gives a visit to the machine where its person is again, and to no other meanwhile. All of it
   * stays under its code until there is a slip, for this machine may end at any moment.
   *
   * @return whether nobody else was given it
   */
  static boolean take(Handle handle, String id, String code, Taker taker, Instant now) {
    return handle
            .createUpdate(
                "update review set machine = :machine, taken_by = :machine,"
                    + " taken_until = :until where id = :id and code = :code and "
                    + FREE)
            .bind("until", now.plus(LONGEST_VISIT).toEpochMilli())
            .bind("now", now.toEpochMilli())
            .bind("id", id)
            .bind("code", code)
            .bind("machine", taker.machine())
            .bind("idle", taker.idle())
            .execute()
        == 1;
  }

  /** Whoever came back has left again, without a slip: the code counts as before. */
  static void release(Handle handle, String machine) {
    handle.execute(
        "update review set taken_by = null, taken_until = null where taken_by = ?", machine);
  }

  /** There is a slip: the codes of its case are used up, and nothing is kept for them. */
  static void used(Handle handle, String caseId) {
    handle.execute(
        "update review set code = null, back_by = null, visit_sealed = null, taken_by = null,"
            + " taken_until = null, shot_sealed = null, photo_sealed = null"
            + " where case_id = ? and code is not null",
        caseId);
  }

  /** Whoever is not back by now does not come any more. */
  static int end(Handle handle, Instant now) {
    return handle.execute(
        "update review set code = null, visit_sealed = null, shot_sealed = null,"
            + " photo_sealed = null,"
            + " decided_at = case when state = 'WAITING' then ? else decided_at end,"
            + " state = case when state = 'WAITING' then 'WITHDRAWN' else state end"
            + " where code is not null and back_by <= ?"
            + " and (taken_until is null or taken_until <= ?)",
        now.toEpochMilli(),
        now.toEpochMilli(),
        now.toEpochMilli());
  }

  /** Leaves out of a copy whatever is kept for hours only. */
  static void leaveOut(Handle handle) {
    handle.execute(
        "update review set code = null, visit_sealed = null, shot_sealed = null,"
            + " photo_sealed = null"
            + " where visit_sealed is not null or shot_sealed is not null"
            + " or photo_sealed is not null");
  }
}
