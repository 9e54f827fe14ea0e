package org.huizhi.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * The photos on their way to the detection centre. Each step is on the disk before it returns, and
 * of two ends only the first counts. A photo that may get no slip is wiped when it is refused or
 * cancelled. Any thread.
 */
public final class Outbox {
  private static final String OPEN = "('SUBMITTED', 'CHECKING')";

  private final Database database;
  private final String machine;
  private final Audit audit;
  private final Numbers numbers;
  private final Clock clock;

  Outbox(Database database, String machine, Audit audit, Numbers numbers, Clock clock) {
    this.database = database;
    this.machine = machine;
    this.audit = audit;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** In the transaction that stores the case. */
  void put(Handle handle, String caseId, String imageNumber, boolean gates) {
    handle
        .createUpdate(
            """
            insert into submission (case_id, image_number, machine, gates, state, asked_at, tries,
              next_at, trouble, reason, remedy)
            values (:case, :number, :machine, :gates, 'SUBMITTED', :now, 0, :now, '', '', '')
            """)
        .bind("case", caseId)
        .bind("number", imageNumber)
        .bind("machine", machine)
        .bind("gates", gates)
        .bind("now", clock.millis())
        .execute();
    Unmerged.mark(handle, caseId);
    audit.note(handle, "centre submitted", imageNumber, "");
  }

  /**
   * A case that takes another's place is looked at as well, unless the other's photo has passed.
   */
  void follow(Handle handle, String oldCase, String freshCase, String imageNumber) {
    if (find(handle, oldCase).filter(one -> one.state() != SubmissionState.PASSED).isPresent()) {
      put(handle, freshCase, imageNumber, false);
    }
  }

  /** This machine's submissions of which the centre is to be spoken to, the longest due first. */
  public List<Submission> due(int most) {
    return database.read(
        "Reading what is due at the detection centre",
        handle ->
            handle
                .createQuery(
                    "select * from submission where next_at <= :now and machine in ('', :machine)"
                        + " order by next_at, case_id limit :most")
                .bind("now", clock.millis())
                .bind("machine", machine)
                .bind("most", most)
                .map((row, context) -> submission(row))
                .list());
  }

  public Optional<Submission> find(String caseId) {
    return database.read("Reading a submission", handle -> find(handle, caseId));
  }

  private static Optional<Submission> find(Handle handle, String caseId) {
    return handle
        .createQuery("select * from submission where case_id = :case")
        .bind("case", caseId)
        .map((row, context) -> submission(row))
        .findOne();
  }

  /** This machine's submissions that have not ended, the oldest first. */
  public List<Submission> open() {
    return database.read(
        "Reading what is at the detection centre",
        handle ->
            handle
                .createQuery(
                    "select * from submission where state in "
                        + OPEN
                        + " and machine in ('', :machine) order by asked_at, case_id")
                .bind("machine", machine)
                .map((row, context) -> submission(row))
                .list());
  }

  /** The submission of an image number. */
  public Optional<Submission> ofNumber(String imageNumber) {
    return database.read(
        "Reading a submission",
        handle ->
            handle
                .createQuery("select * from submission where image_number = :number")
                .bind("number", imageNumber)
                .map((row, context) -> submission(row))
                .findOne());
  }

  /** All of a hall that are under way, then those that were refused since a moment. */
  public static List<Submission> shown(Database hall, Instant since) {
    return hall.read(
        "Reading what is at the detection centre",
        handle ->
            handle
                .createQuery(
                    "select * from submission where state in "
                        + OPEN
                        + " or (state = 'REFUSED' and ended_at >= :since)"
                        + " order by case when ended_at is null then 0 else 1 end, asked_at")
                .bind("since", since.toEpochMilli())
                .map((row, context) -> submission(row))
                .list());
  }

  /** SUBMITTED → CHECKING: the centre has it. */
  public boolean taken(String caseId, Instant next) {
    return step(caseId, "SUBMITTED", "state = 'CHECKING', tries = 0, trouble = ''", next);
  }

  /** CHECKING → SUBMITTED: the centre has lost it, so it gets it once more. */
  public boolean lost(String caseId, Instant next) {
    return step(caseId, "CHECKING", "state = 'SUBMITTED', tries = 0, trouble = ''", next);
  }

  /**
   * The state stays as it is, and the centre is asked again later.
   *
   * @param trouble why it could not be asked; empty when it could
   */
  public boolean later(Submission seen, String trouble, Instant next) {
    return database.write(
        "Noting a try at the detection centre",
        handle ->
            handle.execute(
                    "update submission set tries = tries + 1, trouble = ?, next_at = ?"
                        + " where case_id = ? and state = ? and next_at is not null",
                    trouble,
                    next.toEpochMilli(),
                    seen.caseId(),
                    seen.state().name())
                == 1);
  }

  private boolean step(String caseId, String from, String change, Instant next) {
    return database.write(
        "Noting a step at the detection centre",
        handle -> {
          int changed =
              handle.execute(
                  "update submission set "
                      + change
                      + ", next_at = ? where case_id = ? and state = ?",
                  next.toEpochMilli(),
                  caseId,
                  from);
          if (changed == 1) {
            Unmerged.mark(handle, caseId);
          }
          return changed == 1;
        });
  }

  /** The photo may be used; false when this was not the first end. */
  public boolean passed(String caseId) {
    return database.write(
        "Noting the detection centre's answer",
        handle -> end(handle, caseId, SubmissionState.PASSED, "", "", Optional.empty()));
  }

  /** The photo may not be used; false when this was not the first end. */
  public boolean refused(String caseId, String reason, String remedy) {
    return database.write(
        "Noting the detection centre's answer",
        handle -> endAndWipe(handle, caseId, SubmissionState.REFUSED, reason, remedy));
  }

  /** Nobody waits for the answer any more; false when this was not the first end. */
  public boolean cancel(String caseId, String why) {
    return database.write(
        "Cancelling at the detection centre",
        handle -> endAndWipe(handle, caseId, SubmissionState.CANCELLED, why, ""));
  }

  /** What may get no slip is of no use to anybody. */
  private boolean endAndWipe(
      Handle handle, String caseId, SubmissionState end, String reason, String remedy) {
    Instant now = clock.instant();
    Optional<Instant> next = end == SubmissionState.CANCELLED ? Optional.of(now) : Optional.empty();
    boolean done = end(handle, caseId, end, reason, remedy, next);
    Optional<Submission> ended = find(handle, caseId).filter(Submission::gates);
    if (done && ended.isPresent()) {
      numbers.gap(handle, ended.get().imageNumber(), "the detection centre: " + end);
      Purge.one(handle, caseId, now);
    }
    return done;
  }

  private boolean end(
      Handle handle,
      String caseId,
      SubmissionState end,
      String reason,
      String remedy,
      Optional<Instant> next) {
    int changed =
        handle
            .createUpdate(
                "update submission set state = :end, tries = 0, trouble = '', ended_at = :now,"
                    + " reason = :reason, remedy = :remedy, next_at = :next"
                    + " where case_id = :case and state in "
                    + OPEN)
            .bind("end", end.name())
            .bind("now", clock.millis())
            .bind("reason", reason)
            .bind("remedy", remedy)
            .bind("next", next.map(Instant::toEpochMilli).orElse(null))
            .bind("case", caseId)
            .execute();
    if (changed == 1) {
      Unmerged.mark(handle, caseId);
      audit.note(
          handle,
          "centre " + end.name().toLowerCase(Locale.ROOT),
          find(handle, caseId).orElseThrow().imageNumber(),
          (reason + " " + remedy).strip());
    }
    return changed == 1;
  }

  /** The centre was told, or need not be, that nobody waits. */
  public void told(String caseId) {
    database.write(
        "Noting that the detection centre was told",
        handle ->
            handle.execute(
                "update submission set next_at = null where case_id = ? and state = 'CANCELLED'",
                caseId));
  }

  /** Staff have mended what was in the way: everything is tried at once. */
  public void hurry() {
    database.write(
        "Trying the detection centre at once",
        handle ->
            handle
                .createUpdate(
                    "update submission set next_at = :now where next_at > :now"
                        + " and machine in ('', :machine)")
                .bindMap(Map.of("now", clock.millis(), "machine", machine))
                .execute());
  }

  /** Cancels what is under way of cases that are wiped, in the transaction that wipes them. */
  static void cancel(Handle handle, List<String> cases, Instant now) {
    try (Update update =
        handle.createUpdate(
            "update submission set state = 'CANCELLED', ended_at = :now, next_at = :now,"
                + " reason = 'wiped' where state in "
                + OPEN
                + " and case_id in (<cases>)")) {
      update.bindList("cases", cases).bind("now", now.toEpochMilli()).execute();
    }
  }

  private static Submission submission(ResultSet row) throws SQLException {
    return new Submission(
        row.getString("case_id"),
        row.getString("image_number"),
        row.getString("machine"),
        row.getBoolean("gates"),
        SubmissionState.valueOf(row.getString("state")),
        Instant.ofEpochMilli(row.getLong("asked_at")),
        row.getInt("tries"),
        Rows.instant(row, "next_at"),
        row.getString("trouble"),
        Rows.instant(row, "ended_at"),
        row.getString("reason"),
        row.getString("remedy"));
  }
}
