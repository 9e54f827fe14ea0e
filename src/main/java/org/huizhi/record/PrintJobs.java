package org.huizhi.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizhi.storage.Database;
import org.huizhi.storage.StorageTrouble;
import org.jdbi.v3.core.Handle;

/**
 * The slips on their way to paper. Every step is on the disk before it returns, and a step that the
 * job's state does not allow changes nothing and returns false. Any thread.
 */
public final class PrintJobs {
  /** The states in SQL for which {@link JobState#open} is true. */
  static final String OPEN = "('QUEUED', 'SENT', 'PRINTING', 'UNKNOWN')";

  /** Without the slip, which is only opened to be printed. */
  private static final String SELECT =
      """
      select j.id, j.case_id, j.copy, j.state, j.printer, j.queued_at, j.sent_at, j.ended_at,
        j.machine, j.detail, c.image_number
      from print_job j join photo_case c on c.id = j.case_id
      """;

  private final Database database;
  private final Vault vault;
  private final String machine;
  private final boolean lent;
  private final Clock clock;

  /**
   * @param lent whether this is a machine's own record, and the hall's says what others print
   */
  PrintJobs(Database database, Vault vault, String machine, boolean lent, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.machine = machine;
    this.lent = lent;
    this.clock = clock;
  }

  public Optional<PrintJob> find(String jobId) {
    return database.read("Reading a print job", handle -> find(handle, jobId));
  }

  /** This machine's jobs of which paper may still come, oldest first. */
  public List<PrintJob> unfinished() {
    return oldestFirst("j.state in " + OPEN + " and j.machine in ('', :machine)");
  }

  /**
   * Slips of which staff must say whether they came out: this machine's, and those of a console
   * beside it.
   */
  public List<PrintJob> unknown() {
    return oldestFirst(
        "j.state = 'UNKNOWN' and j.machine in ('', :machine, :machine || '-console')");
  }

  private List<PrintJob> oldestFirst(String which) {
    return database.read(
        "Reading the print jobs",
        handle ->
            handle
                .createQuery(SELECT + "where " + which + " order by j.queued_at, j.id")
                .bind("machine", machine)
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

  /** QUEUED → SENT, of a job of this machine. Only who gets true may give the slip to a printer. */
  public boolean sending(String jobId, String printer) {
    return step(
        jobId,
        "state = 'SENT', printer = :printer, sent_at = :now",
        "('QUEUED') and machine in ('', :machine)",
        Map.of("printer", printer, "machine", machine));
  }

  /** SENT → PRINTING. */
  public boolean printing(String jobId) {
    return step(jobId, "state = 'PRINTING'", "('SENT')", Map.of());
  }

  /**
   * SENT or PRINTING → PRINTED, FAILED or UNKNOWN; and, once staff have looked, UNKNOWN → PRINTED
   * or FAILED.
   *
   * @param detail one English sentence without anything personal
   */
  public boolean ended(String jobId, JobState end, String detail) {
    String from =
        switch (end) {
          case UNKNOWN -> "('SENT', 'PRINTING')";
          case PRINTED, FAILED -> "('SENT', 'PRINTING', 'UNKNOWN')";
          case QUEUED, SENT, PRINTING -> throw new IllegalArgumentException(end + " is no end");
        };
    return step(
        jobId,
        "state = :end, ended_at = :now, detail = :detail",
        from,
        Map.of("end", end.name(), "detail", detail));
  }

  /** SENT or PRINTING → QUEUED, where a printer can prove that the job never reached it. */
  public boolean neverArrived(String jobId) {
    return step(
        jobId,
        "state = 'QUEUED', printer = null, sent_at = null",
        "('SENT', 'PRINTING')",
        Map.of());
  }

  /** Changes the job and keeps the step, if it stands in one of the states {@code from}. */
  private boolean step(String jobId, String change, String from, Map<String, String> values) {
    long now = clock.millis();
    return database.write(
        "Noting a step of a print job",
        handle -> {
          int changed =
              handle
                  .createUpdate(
                      "update print_job set " + change + " where id = :id and state in " + from)
                  .bindMap(values)
                  .bind("id", jobId)
                  .bind("now", now)
                  .execute();
          if (changed == 1) {
            note(handle, jobId, now);
          }
          return changed == 1;
        });
  }

  /** Every step of a job with its time, in order. */
  public List<PrintStep> steps(String jobId) {
    return database.read(
        "Reading the steps of a print job", handle -> PrintSteps.of(handle, jobId));
  }

  /**
   * Queues one more slip of a case: after a failure, or as a reprint.
   *
   * @param slip the PDF, marked as the copy it is
   * @throws StorageTrouble REFUSED when a slip of this case is still on its way or it was purged
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
                          and (j.copy = :copy or j.state in OPEN))
                      """
                          .replace("OPEN", OPEN))
                  .bind("case", caseId)
                  .bind("copy", copy)
                  .mapTo(Integer.class)
                  .one()
                  .equals(1);
          if (!possible) {
            throw new StorageTrouble(
                StorageTrouble.Kind.REFUSED,
                "This slip cannot be printed again: one is on its way, or the case is gone.");
          }
          return queue(handle, caseId, copy, slip);
        });
  }

  /** Whether a job is this machine's. */
  public boolean isOwn(PrintJob job) {
    return job.machine().isEmpty() || job.machine().equals(machine);
  }

  /**
   * Gives up a slip that waits at another machine, and queues the same as a job of this one: of the
   * two only one can be sent.
   *
   * @throws StorageTrouble REFUSED when it does not wait any more, or only the hall's record may
   *     say so
   */
  public PrintJob takeOver(PrintJob theirs, byte[] slip) {
    long now = clock.millis();
    return database.write(
        "Taking a waiting slip over",
        handle -> {
          boolean given =
              !lent
                  && handle.execute(
                          "update print_job set state = 'FAILED', ended_at = ?, detail = ?"
                              + " where id = ? and state = 'QUEUED'",
                          now,
                          "The machine " + machine + " prints it instead.",
                          theirs.id())
                      == 1;
          if (!given) {
            throw new StorageTrouble(
                StorageTrouble.Kind.REFUSED, "Another machine prints this slip, or is to.");
          }
          note(handle, theirs.id(), now);
          return queue(handle, theirs.caseId(), theirs.copy() + 1, slip);
        });
  }

  /** The image number of the slip that a printer of this machine printed last. */
  public Optional<String> lastPrinted(String printer) {
    return database.read(
        "Reading the print jobs",
        handle ->
            handle
                .createQuery(
                    """
                    select c.image_number from print_job j join photo_case c on c.id = j.case_id
                    where j.state = 'PRINTED' and j.printer = :printer
                      and j.machine in ('', :machine)
                    order by j.ended_at desc limit 1
                    """)
                .bind("printer", printer)
                .bind("machine", machine)
                .mapTo(String.class)
                .findOne());
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
    long now = clock.millis();
    handle
        .createUpdate(
            """
            insert into print_job (id, case_id, copy, state, slip_sealed, queued_at, machine)
            values (:id, :case, :copy, 'QUEUED', :slip, :now, :machine)
            """)
        .bind("id", id)
        .bind("case", caseId)
        .bind("copy", copy)
        .bind("slip", vault.seal(slip, id, "slip"))
        .bind("now", now)
        .bind("machine", machine)
        .execute();
    note(handle, id, now);
    return find(handle, id).orElseThrow();
  }

  private void note(Handle handle, String jobId, long now) {
    PrintSteps.note(handle, jobId, now);
    PrintNews.tell(handle, jobId, machine);
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
        row.getString("machine"),
        row.getString("detail"));
  }
}
