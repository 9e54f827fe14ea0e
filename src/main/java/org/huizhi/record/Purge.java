package org.huizhi.record;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Deletes what is personal when its time is over. */
final class Purge {
  private static final int BATCH = 40;

  private Purge() {}

  /** The oldest few cases that are due; empty when there are no more. */
  static List<String> some(Handle handle, Instant olderThan) {
    return handle
        .createQuery(
            """
            select id from photo_case where shot_at < :limit and purged_at is null
            order by shot_at limit :batch
            """)
        .bind("limit", olderThan.toEpochMilli())
        .bind("batch", BATCH)
        .mapTo(String.class)
        .list();
  }

  /** At once, where nobody waits. */
  static Purged all(Handle handle, Instant olderThan, Instant now) {
    int cases = 0;
    int open = 0;
    for (List<String> few = some(handle, olderThan);
        !few.isEmpty();
        few = some(handle, olderThan)) {
      Purged some = run(handle, few, olderThan, now);
      cases += some.cases();
      open += some.stillOpen();
    }
    return new Purged(cases, open, olderThan);
  }

  /**
   * @param due not empty
   */
  static Purged run(Handle handle, List<String> due, Instant olderThan, Instant now) {
    Outbox.cancel(handle, due, now);
    change(
        handle,
        due,
        now,
        """
        insert into unmerged (case_id, changed)
        select id, 1 from photo_case where id in (<due>) and purged_at is null
        on conflict (case_id) do update set changed = unmerged.changed + 1
        """);
    change(
        handle,
        due,
        now,
        """
        insert into print_step (job_id, step, at, state, printer, detail)
        select id, (select count(*) from print_step s where s.job_id = j.id) + 1,
          :now, 'FAILED', coalesce(printer, ''), 'The time to keep it was over.'
        from print_job j where state in OPEN and case_id in (<due>)
        """);
    int open =
        change(
            handle,
            due,
            now,
            """
            update print_job set state = 'FAILED', ended_at = :now,
              detail = 'The time to keep it was over.'
            where state in OPEN and case_id in (<due>)
            """);
    change(handle, due, now, "update print_job set slip_sealed = null where case_id in (<due>)");
    int cases =
        change(
            handle,
            due,
            now,
            """
            update photo_case set name_sealed = null, id_number_sealed = null,
              phone_sealed = null, photo_sealed = null, purged_at = :now
            where id in (<due>) and purged_at is null
            """);
    return new Purged(cases, open, olderThan);
  }

  private static int change(Handle handle, List<String> due, Instant now, String sql) {
    try (Update update = handle.createUpdate(sql.replace("OPEN", PrintJobs.OPEN))) {
      return update.bindList("due", due).bind("now", now.toEpochMilli()).execute();
    }
  }

  /** One case, on its person's demand. */
  static void one(Handle handle, String caseId, Instant now) {
    Outbox.cancel(handle, List.of(caseId), now);
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
