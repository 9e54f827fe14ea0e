package org.huizhi.record;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of reviews whose persons have left with a code. In whatever transaction is open. */
final class LeftReviews {
  private static final SecureRandom DICE = new SecureRandom();
  private static final int CODES = 1_000_000;

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
              "update review set code = ?, back_by = ?, visit_sealed = ? where id = ?"
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

  /** Which review is kept under a code that still counts. */
  static Optional<String> find(Handle handle, String code, Instant now) {
    return handle
        .createQuery("select id from review where code = ? and back_by > ?")
        .bind(0, code)
        .bind(1, now.toEpochMilli())
        .mapTo(String.class)
        .findOne();
  }

  /**
   * Gives a visit to the machine where its person is again; what is decided is kept no longer.
   *
   * @return whether nobody else was given it meanwhile
   */
  static boolean take(Handle handle, String id, String code, String machine) {
    return handle.execute(
            "update review set code = null, back_by = null, visit_sealed = null, machine = ?,"
                + " shot_sealed = case when state = 'WAITING' then shot_sealed end,"
                + " photo_sealed = case when state = 'WAITING' then photo_sealed end"
                + " where id = ? and code = ?",
            machine,
            id,
            code)
        == 1;
  }

  /** Whoever is not back by now does not come any more. */
  static int end(Handle handle, Instant now) {
    return handle.execute(
        "update review set code = null, visit_sealed = null, shot_sealed = null,"
            + " photo_sealed = null,"
            + " decided_at = case when state = 'WAITING' then ? else decided_at end,"
            + " state = case when state = 'WAITING' then 'WITHDRAWN' else state end"
            + " where code is not null and back_by <= ?",
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
