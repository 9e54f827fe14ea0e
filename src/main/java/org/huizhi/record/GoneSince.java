package org.huizhi.record;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.jdbi.v3.core.Handle;

/**
 * What a record deleted or voided since a copy of it was made: whoever demanded to be deleted, whom
 * the detection centre refused, or whose name was corrected must not come back with the copy. What
 * was deleted by date is not among it: the date may have been wrong, and the copy be what mends it.
 */
final class GoneSince {
  /** What the audit says where somebody demanded it. */
  static final String DELETED = "case deleted";

  private GoneSince() {}

  /**
   * Deletes and voids the same in a copy that is to replace the record.
   *
   * @return how many cases the copy still had
   */
  static int leaveOut(Database record, Handle copy, Audit audit, Instant now) {
    Set<String> gone = record.read("Reading what was deleted", GoneSince::deleted);
    int had = 0;
    for (Map<String, Object> kept :
        rows(copy, "id, image_number from photo_case where purged_at is null")) {
      String id = String.valueOf(kept.get("id"));
      if (gone.contains(id)) {
        Purge.one(copy, id, now);
        String number = String.valueOf(kept.get("image_number"));
        audit.note(copy, DELETED, number, "in the record that is replaced");
        had++;
      }
    }
    record
        .read(
            "Reading what is void",
            old -> rows(old, "number, case_id, reason from image_number where state = 'VOID'"))
        .forEach(row -> makeVoid(copy, row));
    return had;
  }

  /** Their ids. */
  private static Set<String> deleted(Handle record) {
    return new HashSet<>(
        record
            .createQuery(
                """
                select c.id from photo_case c join image_number n on n.number = c.image_number
                where c.purged_at is not null and (n.state = 'VOID' or c.image_number in
                  (select subject from audit where what = :deleted))
                """)
            .bind("deleted", DELETED)
            .mapTo(String.class)
            .list());
  }

  private static List<Map<String, Object>> rows(Handle handle, String which) {
    return handle.createQuery("select " + which).mapToMap().list();
  }

  private static void makeVoid(Handle copy, Map<String, Object> row) {
    int changed =
        copy.createUpdate(
                "update image_number set state = 'VOID', reason = :reason"
                    + " where number = :number and case_id = :case_id and state <> 'VOID'")
            .bindMap(row)
            .execute();
    if (changed == 1) {
      Unmerged.mark(copy, String.valueOf(row.get("case_id")));
    }
  }
}
