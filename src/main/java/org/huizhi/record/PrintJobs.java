package org.huizhi.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The slips on their way to paper. Every step is on the disk before it returns, and a step that the
 * job's state does not allow changes nothing and returns false. Any thread.
 */
public final class PrintJobs {
  private static final String SELECT =
      """
      select j.*, c.image_number from print_job j join photo_case c on c.id = j.case_id
      """;

  private final Database database;
  private final Vault vault;
  private final Clock clock;

  PrintJobs(Database database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  public Optional<PrintJob> find(String jobId) {
    return database.read("Reading a print job", handle -> find(handle, jobId));
  }

  /** Jobs of which paper may still come, oldest first. */
  public List<PrintJob> unfinished() {
    return database.read(
        "Reading the print jobs",
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "where j.state in ('QUEUED', 'SENT', 'UNKNOWN') order by j.queued_at,"
                        + " j.id")
                .map((row, context) -> job(row))
                .list());
  }

  /** The slip's PDF, unless it was purged. */
  public Optional<byte[]> slip(String jobId) {
    return database
        .read(
            "Reading a slip",
            handle ->
                handle
                    .createQuery(
                        "select slip_sealed from print_job where id = :id and slip_sealed is not"
                            + " null")
                    .bind("id", jobId)
                    .mapTo(byte[].class)
                    .findOne())
        .map(bytes -> vault.unseal(bytes, jobId, "slip"));
  }

  /** QUEUED → SENT. Only who gets true may give the slip to a printer. */
  public boolean sending(String jobId, String printer) {
    return database.write(
        "Noting a print job as sent",
        handle ->
            handle
                    .createUpdate(
                        """
                        update print_job set state = 'SENT', printer = :printer, sent_at = :now
                        where id = :id and state = 'QUEUED'
                        """)
                    .bind("id", jobId)
                    .bind("printer", printer)
                    .bind("now", clock.millis())
                    .execute()
                == 1);
  }

  /**
   * SENT → PRINTED, FAILED or UNKNOWN; and, once staff have looked, UNKNOWN → PRINTED or FAILED.
   *
   * @param detail one English sentence without anything personal
   */
  public boolean ended(String jobId, JobState end, String detail) {
    if (end == JobState.QUEUED || end == JobState.SENT) {
      throw new IllegalArgumentException(end + " is no end");
    }
    String from = end == JobState.UNKNOWN ? "('SENT')" : "('SENT', 'UNKNOWN')";
    return database.write(
        "Noting the end of a print job",
        handle ->
            handle
                    .createUpdate(
                        "update print_job set state = :end, ended_at = :now, detail = :detail"
                            + " where id = :id and state in "
                            + from)
                    .bind("id", jobId)
                    .bind("end", end.name())
                    .bind("now", clock.millis())
                    .bind("detail", detail)
                    .execute()
                == 1);
  }

  /** SENT → QUEUED, where a printer can prove that the job never reached it. */
  public boolean neverArrived(String jobId) {
    return database.write(
        "Queuing a print job again",
        handle ->
            handle
                    .createUpdate(
                        """
                        update print_job set state = 'QUEUED', printer = null, sent_at = null
                        where id = :id and state = 'SENT'
                        """)
                    .bind("id", jobId)
                    .execute()
                == 1);
  }

  /**
   * Queues one more slip of a case: after a failure, or as a reprint.
   *
   * @param slip the PDF, marked as the copy it is
   * @throws RecordTrouble REFUSED when a slip of this case is still on its way or it was purged
   */
  public PrintJob again(String caseId, int copy, byte[] slip) {
    return database.write(
        "Queuing a reprint",
        handle -> {
          boolean possible =
              handle
                  .createQuery(
                      """
                      select count(*) from photo_case c where c.id = :case and c.purged_at is null
                        and not exists (select 1 from print_job j where j.case_id = c.id
                          and (j.copy = :copy or j.state in ('QUEUED', 'SENT', 'UNKNOWN')))
                      """)
                  .bind("case", caseId)
                  .bind("copy", copy)
                  .mapTo(Integer.class)
                  .one()
                  .equals(1);
          if (!possible) {
            throw new RecordTrouble(
                RecordTrouble.Kind.REFUSED,
                "This slip cannot be printed again: one is on its way, or the case is gone.");
          }
          return queue(handle, caseId, copy, slip);
        });
  }

  /** Every job of a case, first copy first. */
  public List<PrintJob> of(String caseId) {
    return database.read(
        "Reading the print jobs of a case",
        handle ->
            handle
                .createQuery(SELECT + "where j.case_id = :case order by j.copy")
                .bind("case", caseId)
                .map((row, context) -> job(row))
                .list());
  }

  PrintJob queue(Handle handle, String caseId, int copy, byte[] slip) {
    String id = caseId + "-" + copy;
    handle
        .createUpdate(
            """
            insert into print_job (id, case_id, copy, state, slip_sealed, queued_at)
            values (:id, :case, :copy, 'QUEUED', :slip, :now)
            """)
        .bind("id", id)
        .bind("case", caseId)
        .bind("copy", copy)
        .bind("slip", vault.seal(slip, id, "slip"))
        .bind("now", clock.millis())
        .execute();
    return find(handle, id).orElseThrow();
  }

  Optional<PrintJob> latest(Handle handle, String caseId) {
    return handle
        .createQuery(SELECT + "where j.case_id = :case order by j.copy desc limit 1")
        .bind("case", caseId)
        .map((row, context) -> job(row))
        .findOne();
  }

  private static Optional<PrintJob> find(Handle handle, String jobId) {
    return handle
        .createQuery(SELECT + "where j.id = :id")
        .bind("id", jobId)
        .map((row, context) -> job(row))
        .findOne();
  }

  private static PrintJob job(ResultSet row) throws SQLException {
    return new PrintJob(
        row.getString("id"),
        row.getString("case_id"),
        row.getString("image_number"),
        row.getInt("copy"),
        JobState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("printer")),
        Instant.ofEpochMilli(row.getLong("queued_at")),
        Rows.instant(row, "sent_at"),
        Rows.instant(row, "ended_at"),
        row.getString("detail"));
  }
}
