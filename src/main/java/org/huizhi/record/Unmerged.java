package org.huizhi.record;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Remembers which cases the hall's database does not have as they are. */
final class Unmerged {
  /** A case and how often it had changed when it was looked at. */
  record Mark(String caseId, long changed) {}

  private Unmerged() {}

  /** In the transaction that changes something of a case. */
  static void mark(Handle handle, String caseId) {
    handle.execute(
        "insert into unmerged (case_id, changed) values (?, 1)"
            + " on conflict (case_id) do update set changed = unmerged.changed + 1",
        caseId);
  }

  /**
   * @param after the case before the first; empty for the very first
   */
  static List<Mark> some(Handle handle, String after, int most) {
    return handle
        .createQuery(
            "select case_id, changed from unmerged where case_id > :after"
                + " order by case_id limit :most")
        .bind("after", after)
        .bind("most", most)
        .map((row, context) -> new Mark(row.getString("case_id"), row.getLong("changed")))
        .list();
  }

  /** The hall has it, unless it has changed since. */
  static void merged(Handle handle, Mark mark) {
    handle.execute(
        "delete from unmerged where case_id = ? and changed = ?", mark.caseId(), mark.changed());
  }
}
