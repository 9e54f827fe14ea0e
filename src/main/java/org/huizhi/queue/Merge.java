package org.huizhi.queue;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.StorageTrouble;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings home what a machine did with tickets while the hall's database was away. Each part can be
 * broken off anywhere and done again.
 */
final class Merge {
  private static final Logger LOG = LoggerFactory.getLogger(Merge.class);
  private static final int LINES = 1_000;

  /** What the hall refused is tried again every so many runs. */
  private static final int PATIENCE = 60;

  private final Tickets hall;
  private final Tickets own;
  private final String machine;
  private final Audit audit;
  private final Clock clock;

  /** Tickets that the hall does not take, of which it was told. */
  private final Set<String> refused = new HashSet<>();

  private int runs;

  Merge(Tickets hall, Tickets own, String machine, Clock clock) {
    this.hall = hall;
    this.own = own;
    this.machine = machine;
    this.audit = new Audit(machine + "/queue", clock);
    this.clock = clock;
  }

  /** Keeps a step of a ticket of the hall until the hall is back. */
  void keepLate(String id, TicketStep step, long at) {
    own.database()
        .write(
            "Keeping a step of a ticket",
            handle ->
                handle.execute(
                    "insert into late_step (ticket_id, step, at) values (?, ?, ?)",
                    id,
                    step.name(),
                    at));
  }

  /**
   * Makes tickets of the hall void.
   *
   * @param unshown those that were perhaps taken and never shown to anybody; emptied
   */
  void cancel(List<String> unshown) {
    while (!unshown.isEmpty()) {
      hall.step(TicketStep.CANCEL, unshown.getFirst(), clock.millis());
      unshown.removeFirst();
    }
  }

  void run() {
    lateSteps();
    ownTickets();
    while (Audit.copy(own.database(), hall.database(), machine + "/away", LINES) == LINES) {
      // the next page
    }
  }

  private record Late(long seq, String id, TicketStep step, long at) {}

  private void lateSteps() {
    List<Late> steps =
        own.database()
            .read(
                "Reading late steps",
                handle ->
                    handle
                        .createQuery("select * from late_step order by seq")
                        .map(
                            (row, context) ->
                                new Late(
                                    row.getLong("seq"),
                                    row.getString("ticket_id"),
                                    TicketStep.valueOf(row.getString("step")),
                                    row.getLong("at")))
                        .list());
    for (Late late : steps) {
      hall.database().write("Bringing a late step home", handle -> takeLate(handle, late));
      own.database()
          .write(
              "Forgetting a late step",
              handle -> handle.execute("delete from late_step where seq = ?", late.seq()));
    }
  }

  /**
   * A ticket that others went on with meanwhile stays theirs; the audit says what happened here.
   */
  private boolean takeLate(Handle handle, Late late) {
    boolean taken = hall.step(handle, late.step(), late.id(), late.at());
    String subject = Tickets.find(handle, late.id()).map(Tickets::subject).orElse(late.id());
    audit.note(
        handle,
        taken ? "late step" : "late step overruled",
        subject,
        late.step().deed() + " at " + Instant.ofEpochMilli(late.at()) + ", told now");
    return taken;
  }

  /** A ticket on its way is called by nobody, so that it cannot be called in two places. */
  private void ownTickets() {
    List<String> ids =
        own.database()
            .read(
                "Reading own tickets",
                handle -> handle.createQuery("select id from ticket").mapTo(String.class).list());
    boolean again = runs++ % PATIENCE == 0;
    for (String id : ids) {
      if (refused.contains(id) && !again) {
        continue;
      }
      Row row = depart(id);
      if (isTaken(row)) {
        own.database()
            .write(
                "Forgetting a ticket that is home",
                handle -> handle.execute("delete from ticket where id = ?", id));
      }
    }
  }

  /** None of the others waits for a ticket that the hall does not take. */
  private boolean isTaken(Row row) {
    try {
      hall.database().write("Bringing a ticket home", handle -> arrive(handle, row));
      return true;
    } catch (StorageTrouble trouble) {
      if (!trouble.isOfOneRow()) {
        throw trouble;
      }
      refuse(row.ticket(), trouble);
      return false;
    }
  }

  private void refuse(Ticket ticket, StorageTrouble why) {
    if (!refused.contains(ticket.id())) {
      LOG.error("ticket {} stays here", Tickets.subject(ticket), why);
      String said = String.valueOf(why.getMessage());
      hall.database()
          .write(
              "Noting a ticket that was refused",
              handle -> audit.note(handle, "merge refused", Tickets.subject(ticket), said));
      refused.add(ticket.id());
    }
  }

  /** The state before the journey is kept in for_machine, which no own ticket uses. */
  private Row depart(String id) {
    return own.database()
        .write(
            "Sending a ticket home",
            handle -> {
              handle.execute(
                  "update ticket set for_machine = state, state = 'MERGING'"
                      + " where id = ? and state <> 'MERGING'",
                  id);
              return handle
                  .createQuery("select * from ticket where id = :id")
                  .bind("id", id)
                  .map(
                      (row, context) ->
                          new Row(
                              Tickets.ticket(row),
                              row.getString("for_machine"),
                              row.getString("time_zone"),
                              row.getString("taken_by"),
                              Optional.ofNullable(row.getString("ended_at")).map(Long::valueOf)))
                  .one();
            });
  }

  private record Row(
      Ticket ticket, String state, String zone, String takenBy, Optional<Long> endedAt) {}

  private boolean arrive(Handle handle, Row row) {
    Ticket ticket = row.ticket();
    long now = clock.millis();
    if (row.state().equals("CALLED") || row.state().equals("SERVING")) {
      // Whoever stood here before a restart was forgotten here, and waits again.
      handle.execute(
          "update ticket set state = 'WAITING', machine = null"
              + " where machine = ? and state in ('CALLED', 'SERVING') and id <> ?",
          machine,
          ticket.id());
    }
    boolean fresh =
        handle
                .createUpdate(
                    """
                    insert into ticket (id, business_day, time_zone, number, kind, code, state, rank,
                      taken_at, taken_by, machine, calls, called_at, ended_at)
                    values (:id, :day, :zone, :number, :kind, :code, :state, :rank,
                      :takenAt, :takenBy, :machine, :calls, :calledAt, :endedAt)
                    on conflict (id) do nothing
                    """)
                .bind("id", ticket.id())
                .bind("day", ticket.businessDay().toString())
                .bind("zone", row.zone())
                .bind("number", ticket.number())
                .bind("kind", ticket.kind())
                .bind("code", ticket.code())
                .bind("state", row.state())
                .bind("rank", Math.min(ticket.rank(), now))
                .bind("takenAt", ticket.takenAt().toEpochMilli())
                .bind("takenBy", row.takenBy())
                .bind("machine", ticket.machine().orElse(null))
                .bind("calls", ticket.calls())
                .bind("calledAt", ticket.calledAt().map(Instant::toEpochMilli).orElse(null))
                .bind("endedAt", row.endedAt().orElse(null))
                .execute()
            == 1;
    if (fresh) {
      audit.note(
          handle,
          "ticket brought home",
          Tickets.subject(ticket),
          "taken at "
              + ticket.takenAt()
              + " by machine "
              + row.takenBy()
              + " while the database was away; "
              + row.state()
              + "; it stands where its time of taking puts it");
      database().tellOf(handle);
    }
    return fresh;
  }

  private Database database() {
    return hall.database();
  }
}
