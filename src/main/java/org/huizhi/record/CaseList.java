package org.huizhi.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huizhi.storage.Database;

/** Finds cases by their image number, their ticket or their time. */
public final class CaseList {
  private static final int MOST = 40;

  private CaseList() {}

  /**
   * The newest cases that fit.
   *
   * @param text a part of the image number, whatever its case and spaces, or a ticket's number;
   *     empty for all
   * @param before only what was stored before
   */
  public static List<CaseLine> find(Database database, String text, Instant before) {
    String wanted = NumberFormat.typed(text);
    return database.read(
        "Looking for cases",
        handle ->
            handle
                .createQuery(
                    """
                    select c.id, c.image_number, c.spec, c.machine, c.ticket, c.stored_at, c.specimen,
                      c.purged_at is not null as purged,
                      (select j.state from print_job j where j.case_id = c.id
                        order by j.copy desc limit 1) as slip
                    from photo_case c
                    where c.stored_at < :before and (:text = '' or c.ticket = :text
                      or c.image_number like :part escape '!')
                    order by c.stored_at desc limit :most
                    """)
                .bind("before", before.toEpochMilli())
                .bind("text", wanted)
                .bind("part", "%" + wanted.replaceAll("([%_!])", "!$1") + "%")
                .bind("most", MOST)
                .map((row, context) -> line(row))
                .list());
  }

  private static CaseLine line(ResultSet row) throws SQLException {
    return new CaseLine(
        row.getString("id"),
        row.getString("image_number"),
        row.getString("spec"),
        row.getString("machine"),
        Optional.ofNullable(row.getString("ticket")),
        Instant.ofEpochMilli(row.getLong("stored_at")),
        row.getBoolean("specimen"),
        row.getBoolean("purged"),
        Optional.ofNullable(row.getString("slip")).map(JobState::valueOf));
  }
}
