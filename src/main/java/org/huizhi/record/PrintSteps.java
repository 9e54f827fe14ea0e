package org.huizhi.record;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Keeps each step that a print job takes. */
final class PrintSteps {
  private PrintSteps() {}

  /** Notes where the job stands now; to be called in the transaction that brought it there. */
  static void note(Handle handle, String jobId, long now) {
    handle
        .createUpdate(
            """
            insert into print_step (job_id, step, at, state, printer, detail)
            select id, (select count(*) from print_step s where s.job_id = j.id) + 1,
              :now, state, coalesce(printer, ''), detail
            from print_job j where j.id = :id
            """)
        .bind("id", jobId)
        .bind("now", now)
        .execute();
    handle
        .createQuery("select case_id from print_job where id = :id")
        .bind("id", jobId)
        .mapTo(String.class)
        .findOne()
        .ifPresent(caseId -> Unmerged.mark(handle, caseId));
  }

  static List<PrintStep> of(Handle handle, String jobId) {
    return handle
        .createQuery(
            "select at, state, printer, detail from print_step where job_id = :id order by step")
        .bind("id", jobId)
        .map(
            (row, context) ->
                new PrintStep(
                    Instant.ofEpochMilli(row.getLong("at")),
                    JobState.valueOf(row.getString("state")),
                    row.getString("printer"),
                    row.getString("detail")))
        .list();
  }
}
