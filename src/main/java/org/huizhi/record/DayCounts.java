package org.huizhi.record;

import java.time.Instant;
import org.huizhi.storage.Database;
import org.jdbi.v3.core.Handle;

/**
 * What happened at a machine in a span of time, counted from the record.
 *
 * @param cases photos that were stored
 * @param decided of these, how many by staff
 * @param refused photos that staff refused
 */
public record DayCounts(int cases, int decided, int printed, int failed, int unknown, int refused) {
  /** Whose number is not void: a photo whose name was corrected is one photo. */
  private static final String GOOD =
      "image_number not in (select number from image_number where state = 'VOID')";

  /**
   * Counts.
   *
   * @param machine empty for all machines of the database
   */
  public static DayCounts of(Database database, String machine, Instant from, Instant to) {
    return database.read(
        "Counting a day",
        handle ->
            new DayCounts(
                count(handle, "photo_case where " + GOOD + " and stored_at", machine, from, to),
                count(
                    handle,
                    "photo_case where decided_by is not null and " + GOOD + " and stored_at",
                    machine,
                    from,
                    to),
                count(handle, "print_job where state = 'PRINTED' and queued_at", machine, from, to),
                count(handle, "print_job where state = 'FAILED' and queued_at", machine, from, to),
                count(handle, "print_job where state = 'UNKNOWN' and queued_at", machine, from, to),
                count(handle, "review where state = 'REFUSED' and decided_at", machine, from, to)));
  }

  private static int count(Handle handle, String which, String machine, Instant from, Instant to) {
    return handle
        .createQuery(
            "select count(*) from "
                + which
                + " >= :from and "
                + which.substring(which.lastIndexOf(' ') + 1)
                + " < :to and (:machine = '' or machine = :machine)")
        .bind("from", from.toEpochMilli())
        .bind("to", to.toEpochMilli())
        .bind("machine", machine)
        .mapTo(Integer.class)
        .one();
  }
}
