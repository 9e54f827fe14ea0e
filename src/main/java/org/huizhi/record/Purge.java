package org.huizhi.record;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Deletes what is personal when its time is over. */
final class Purge {
  private static final int BATCH = 40;

  private Purge() {}

  /**
   * Up to where the oldest few cases that are due reach; {@code olderThan} when there are no more.
   */
  static Instant batchEnd(Handle handle, Instant olderThan) {
    return handle
        .createQuery(
            """
            select shot_at from photo_case where shot_at < :limit and purged_at is null
            order by shot_at limit 1 offset :batch
            """)
        .bind("limit", olderThan.toEpochMilli())
        .bind("batch", BATCH)
        .mapTo(Long.class)
        .findOne()
        .map(millis -> Instant.ofEpochMilli(millis + 1))
        .filter(olderThan::isAfter)
        .orElse(olderThan);
  }

  static Purged run(Handle handle, Instant olderThan, Instant now) {
    Outbox.cancel(handle, now, "shot_at < :key and purged_at is null", olderThan.toEpochMilli());
    handle
        .createUpdate(
            """
            insert into unmerged (case_id, changed)
            select id, 1 from photo_case where shot_at < :limit and purged_at is null
            on conflict (case_id) do update set changed = unmerged.changed + 1
            """)
        .bind("limit", olderThan.toEpochMilli())
        .execute();
    handle
        .createUpdate(
            """
            insert into print_step (job_id, step, at, state, printer, detail)
            select id, (select count(*) from print_step s where s.job_id = j.id) + 1,
              :now, 'FAILED', coalesce(printer, ''), 'The time to keep it was over.'
            from print_job j where state in OPEN and case_id in
              (select id from photo_case where shot_at < :limit and purged_at is null)
            """
                .replace("OPEN", PrintJobs.OPEN))
        .bind("now", now.toEpochMilli())
        .bind("limit", olderThan.toEpochMilli())
        .execute();
    int open =
        handle
            .createUpdate(
                """
                update print_job set state = 'FAILED', ended_at = :now,
                  detail = 'The time to keep it was over.'
                where state in OPEN and case_id in
                  (select id from photo_case where shot_at < :limit and purged_at is null)
                """
                    .replace("OPEN", PrintJobs.OPEN))
            .bind("now", now.toEpochMilli())
            .bind("limit", olderThan.toEpochMilli())
            .execute();
    handle
        .createUpdate(
            """
            update print_job set slip_sealed = null where case_id in
              (select id from photo_case where shot_at < :limit and purged_at is null)
            """)
        .bind("limit", olderThan.toEpochMilli())
        .execute();
    int cases =
        handle
            .createUpdate(
                """
                update photo_case set name_sealed = null, id_number_sealed = null,
                  phone_sealed = null, photo_sealed = null, purged_at = :now
                where shot_at < :limit and purged_at is null
                """)
            .bind("now", now.toEpochMilli())
            .bind("limit", olderThan.toEpochMilli())
            .execute();
    return new Purged(cases, open, olderThan);
  }

  /** One case, on its person's demand. */
  static void one(Handle handle, String caseId, Instant now) {
    Outbox.cancel(handle, now, "id = :key", caseId);
    handle
        .createQuery(
            "select id from print_job where case_id = :case and state in " + PrintJobs.OPEN)
        .bind("case", caseId)
        .mapTo(String.class)
        .list()
        .forEach(
            job -> {
              handle.execute(
                  "update print_job set state = 'FAILED', ended_at = ?,"
                      + " detail = 'The case was deleted.' where id = ?",
                  now.toEpochMilli(),
                  job);
              PrintSteps.note(handle, job, now.toEpochMilli());
            });
    handle.execute("update print_job set slip_sealed = null where case_id = ?", caseId);
    handle.execute(
        "update photo_case set name_sealed = null, id_number_sealed = null, phone_sealed = null,"
            + " photo_sealed = null, purged_at = ? where id = ?",
        now.toEpochMilli(),
        caseId);
    Unmerged.mark(handle, caseId);
  }

  static int due(Handle handle, Instant moment) {
    return handle
        .createQuery(
            """
            select count(*) from photo_case c where c.shot_at < :limit and (
              c.name_sealed is not null or c.id_number_sealed is not null
              or c.phone_sealed is not null or c.photo_sealed is not null
              or exists (select 1 from print_job j
                where j.case_id = c.id and j.slip_sealed is not null))
            """)
        .bind("limit", moment.toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }
}
