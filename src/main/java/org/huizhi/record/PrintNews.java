package org.huizhi.record;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** In the hall's record: cases whose slips another machine than their own has in hand. */
final class PrintNews {
  private PrintNews() {}

  /** In the transaction in which {@code machine} did something with a print job. */
  static void tell(Handle handle, String jobId, String machine) {
    handle.execute(
        "insert into print_news (machine, case_id, changed, learned)"
            + " select c.machine, c.id, 1, 0 from photo_case c join print_job j on j.case_id = c.id"
            + " where j.id = ? and c.machine not in ('', ?)"
            + " on conflict (machine, case_id) do update set changed = print_news.changed + 1",
        jobId,
        machine);
  }

  /** What a machine has not learned yet. */
  static List<Unmerged.Mark> of(Handle handle, String machine) {
    return handle
        .createQuery(
            "select case_id, changed from print_news where machine = :machine and changed > learned"
                + " order by case_id")
        .bind("machine", machine)
        .map((row, context) -> new Unmerged.Mark(row.getString("case_id"), row.getLong("changed")))
        .list();
  }

  /**
   * Every case of a machine with a job of another's: what its record may have lost with a restore.
   */
  static Set<String> all(Handle handle, String machine) {
    return new HashSet<>(
        handle
            .createQuery(
                "select j.case_id from print_job j join photo_case c on c.id = j.case_id"
                    + " where c.machine = :machine and j.machine <> :machine"
                    + " and c.purged_at is null")
            .bind("machine", machine)
            .mapTo(String.class)
            .list());
  }

  /** The machine has it, unless there is more since. */
  static void learned(Handle handle, String machine, Unmerged.Mark mark) {
    handle.execute(
        "update print_news set learned = ? where machine = ? and case_id = ? and learned < ?",
        mark.changed(),
        machine,
        mark.caseId(),
        mark.changed());
  }
}
