package org.huizhi.record;

import java.time.Instant;
import java.util.List;
import org.huizhi.storage.DateWatch;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Deletes what is personal when its time is over. */
final class Purge {
  /** How many are deleted at once. */
  static final int BATCH = 40;

  private Purge() {}

  /** The oldest few cases that are due, and one more when there are more; empty when none are. */
  static List<String> some(Handle handle, Due due) {
    return some(handle, due, "");
  }

  /**
   * @param ending of the query
   */
  static List<String> some(Handle handle, Due due, String ending) {
    return due.bind(
            handle.createQuery(
                "select id from photo_case c where purged_at is null and "
                    + due.condition()
                    + " order by shot_at limit :batch"
                    + ending))
        .bind("batch", BATCH + 1)
        .mapTo(String.class)
        .list();
  }

  /**
   * The same in a file, whose rows lie in the order in which they were stored: also cases whose
   * date lies ahead of now, by a clock that was wrong, where one that their machine stored later is
   * due. Now may be wrong, too: what is ahead of one that fell behind has no such later one, or one
   * that was stored last and is ahead itself.
   */
  static List<String> inFile(Handle file, Due due, Instant now) {
    List<String> some = some(file, due);
    return some.isEmpty()
        ? file.createQuery(
                """
                select c.id from photo_case c
                where c.purged_at is null and c.shot_at > :ahead
                  and +c.rowid < (select max(+l.rowid) from photo_case l
                    where l.stored_at < :limit and l.machine = c.machine)
                  and :ahead >= (select l.stored_at from photo_case l
                    where l.rowid = (select max(rowid) from photo_case))
                limit :batch
                """)
            .bind("ahead", now.plus(DateWatch.MOST_AHEAD).toEpochMilli())
            .bind("limit", due.first().toEpochMilli())
            .bind("batch", BATCH + 1)
            .mapTo(String.class)
            .list()
        : some;
  }

  /** At once, where nobody waits; in a file. */
  static Purged all(Handle file, Due due, Instant now) {
    Purged all = new Purged(0, 0, due);
    List<String> few = inFile(file, due, now);
    while (!few.isEmpty()) {
      all = all.and(run(file, few, due, now));
      few = inFile(file, due, now);
    }
    return all;
  }

  /**
   * @param cases ids, not empty
   */
  static Purged run(Handle handle, List<String> cases, Due due, Instant now) {
    change(
        handle,
        cases,
        now,
        """
        insert into unmerged (case_id, changed)
        select id, 1 from photo_case where id in (<cases>) and purged_at is null
        on conflict (case_id) do update set changed = unmerged.changed + 1
        """);
    return wipe(handle, cases, due, now);
  }

  /** The same without telling the hall of it. */
  static Purged wipe(Handle handle, List<String> cases, Due due, Instant now) {
    Outbox.cancel(handle, cases, now);
    change(
        handle,
        cases,
        now,
        """
        insert into print_step (job_id, step, at, state, printer, detail)
        select id, (select count(*) from print_step s where s.job_id = j.id) + 1,
          :now, 'FAILED', coalesce(printer, ''), 'The time to keep it was over.'
        from print_job j where state in OPEN and case_id in (<cases>)
        """);
    int open =
        change(
            handle,
            cases,
            now,
            """
            update print_job set state = 'FAILED', ended_at = :now,
              detail = 'The time to keep it was over.'
            where state in OPEN and case_id in (<cases>)
            """);
    change(
        handle, cases, now, "update print_job set slip_sealed = null where case_id in (<cases>)");
    int purged =
        change(
            handle,
            cases,
            now,
            """
            update photo_case set name_sealed = null, id_number_sealed = null,
              phone_sealed = null, photo_sealed = null, purged_at = :now
            where id in (<cases>) and purged_at is null
            """);
    return new Purged(purged, open, due);
  }

  private static int change(Handle handle, List<String> cases, Instant now, String sql) {
    try (Update update = handle.createUpdate(sql.replace("OPEN", PrintJobs.OPEN))) {
      return update.bindList("cases", cases).bind("now", now.toEpochMilli()).execute();
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

  static int left(Handle handle, Due due) {
    return due.bind(
            handle.createQuery(
                "select count(*) from photo_case c where "
                    + due.condition()
                    + """
                     and (
                      c.name_sealed is not null or c.id_number_sealed is not null
                      or c.phone_sealed is not null or c.photo_sealed is not null
                      or exists (select 1 from print_job j
                        where j.case_id = c.id and j.slip_sealed is not null))
                    """))
        .mapTo(Integer.class)
        .one();
  }
}
