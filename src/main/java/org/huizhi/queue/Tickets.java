package org.huizhi.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.Serials;
import org.jdbi.v3.core.Handle;

/**
 * The queue in one database, as one machine uses it. What a method returned is on the disk; a step
 * that the ticket's state does not allow changes nothing and returns false. Any thread; every
 * method may throw StorageTrouble.
 */
public final class Tickets {
  /** Who has not been heard of for so long does not work. */
  static final Duration HEARD = Duration.ofSeconds(15);

  private static final String AT_MACHINE =
      "select * from ticket where machine = :me and state in ('CALLED', 'SERVING')";

  /** Who was called to another machine is that one's: it may be cut off and not know better. */
  private static final String NOT_ELSEWHERE =
      " and (state not in ('CALLED', 'SERVING') or machine = :me)";

  private static final int LAST_CALLS = 12;
  private static final int FIGURES = 30;

  private final Database database;
  private final String machine;
  private final Audit audit;
  private final Clock clock;

  /**
   * @param clock its zone is the hall's and decides what day it is
   */
  public Tickets(Database database, String machine, Audit audit, Clock clock) {
    this.database = database;
    this.machine = machine;
    this.audit = audit;
    this.clock = clock;
  }

  /** The business day now. */
  LocalDate today() {
    return LocalDate.now(clock);
  }

  Database database() {
    return database;
  }

  /** Gives the next number of a kind. */
  public Ticket take(String id, String code, TicketKind kind) {
    LocalDate day = today();
    String series = TicketNumbers.series(kind);
    return switch (database.dialect()) {
      case SQLITE ->
          database.write(
              "Taking a ticket",
              handle -> {
                long serial = Serials.next(handle, series, day);
                return insert(handle, id, code, kind, day, TicketNumbers.number(kind, serial));
              });
      case POSTGRESQL -> {
        String number = TicketNumbers.number(kind, Serials.nextApart(database, series, day));
        yield database.single(
            "Taking a ticket", handle -> insert(handle, id, code, kind, day, number));
      }
    };
  }

  /** Gives a number of a lent block; empty when none is left. */
  Optional<Ticket> takeLent(String id, String code, TicketKind kind) {
    return database.write(
        "Taking a lent ticket",
        handle ->
            Serials.takeLent(handle, TicketNumbers.lentSeries(kind), TicketNumbers.ANY_DAY)
                .map(
                    lent ->
                        insert(
                            handle,
                            id,
                            code,
                            kind,
                            today(),
                            TicketNumbers.lentNumber(kind, lent.serial()))));
  }

  private Ticket insert(
      Handle handle, String id, String code, TicketKind kind, LocalDate day, String number) {
    Instant now = clock.instant();
    return note(
            handle,
            """
            insert into ticket (id, business_day, time_zone, number, kind, code, state, rank,
              taken_at, taken_by, calls)
            values (:id, :day, :zone, :number, :kind, :code, 'WAITING', :rank, :now, :me, 0)
            """,
            Map.of(
                "id", id,
                "day", day.toString(),
                "zone", clock.getZone().getId(),
                "number", number,
                "kind", kind.name(),
                "code", code,
                "rank", now.minus(kind.headStart()).toEpochMilli(),
                "now", now.toEpochMilli(),
                "me", machine),
            "ticket taken",
            kind.name())
        .orElseThrow();
  }

  /** Changes a ticket and notes it; empty when its state does not allow it. */
  private Optional<Ticket> note(
      Handle handle, String change, Map<String, ?> values, String what, String detail) {
    return audit.noting(
        handle,
        database.dialect(),
        change + " returning *, business_day || ' ' || number as subject",
        values,
        what,
        detail,
        Tickets::ticket);
  }

  /** Who is called to this machine or served here. */
  public Optional<Ticket> here() {
    return database.read("Reading the queue", this::here);
  }

  private Optional<Ticket> here(Handle handle) {
    return handle.createQuery(AT_MACHINE).bind("me", machine).map((r, c) -> ticket(r)).findOne();
  }

  /**
   * Calls whoever is next to this machine: the smallest rank among those who wait and were not sent
   * to another machine that works. Whoever is here already stays.
   */
  public Optional<Ticket> next() {
    Optional<Ticket> called = database.single("Calling the next", this::callFirst);
    return called.isPresent() ? called : database.write("Calling the next", this::hereOrFirst);
  }

  private Optional<Ticket> hereOrFirst(Handle handle) {
    Optional<Ticket> here = here(handle);
    boolean over = here.filter(ticket -> isOver(handle, ticket)).isPresent();
    return over ? callFirst(handle) : here;
  }

  /** Who was left standing here on an earlier day is not here any more. */
  private boolean isOver(Handle handle, Ticket ticket) {
    return !ticket.businessDay().equals(today())
        && step(handle, TicketStep.EXPIRE, ticket.id(), clock.millis());
  }

  /**
   * Ends the tickets of days gone by. Yesterday's are left alone, because a clock may have jumped:
   * they are not called today anyhow.
   *
   * @return how many
   */
  public int closeDays() {
    return database.write(
        "Closing days gone by",
        handle -> {
          int closed =
              handle
                  .createUpdate(
                      """
                      update ticket set state = 'EXPIRED', ended_at = :now
                      where business_day < :day
                        and state in ('WAITING', 'CALLED', 'SERVING', 'HELD')
                      """)
                  .bind("now", clock.millis())
                  .bind("day", today().minusDays(1).toString())
                  .execute();
          if (closed > 0) {
            audit.note(
                handle, "days closed", "before " + today().minusDays(1), closed + " tickets");
          }
          return closed;
        });
  }

  /** One statement, because it is what a hall does most; empty also where somebody is here. */
  private Optional<Ticket> callFirst(Handle handle) {
    Optional<Ticket> called =
        note(
            handle,
            """
            update ticket set state = 'CALLED', machine = :me, calls = calls + 1, called_at = :now
            where not exists (select 1 from ticket h
                where h.machine = :me and h.state in ('CALLED', 'SERVING'))
              and id = (select t.id from ticket t
                where t.state = 'WAITING' and t.business_day = :day
                  and (t.for_machine is null or t.for_machine = :me or not exists
                    (select 1 from machine m where m.name = t.for_machine
                      and m.working = :yes and m.heard_at > :fresh))
                order by t.rank, t.id limit 1
            """
                + database.dialect().skipLocked()
                + ")",
            Map.of(
                "me", machine,
                "now", clock.millis(),
                "day", today().toString(),
                "yes", true,
                "fresh", clock.instant().minus(HEARD).toEpochMilli()),
            "ticket called",
            machine);
    called.ifPresent(_ -> database.tellOf(handle));
    return called;
  }

  static String subject(Ticket ticket) {
    return ticket.businessDay() + " " + ticket.number();
  }

  /** Calls again who was called here. */
  public boolean recall(String id) {
    return step(TicketStep.RECALL, id, clock.millis());
  }

  /** One step of a ticket; see {@link TicketStep} for which states allow it. */
  public boolean step(TicketStep step, String id, long at) {
    return database.single("Noting a step of a ticket", handle -> step(handle, step, id, at));
  }

  boolean step(Handle handle, TicketStep step, String id, long at) {
    boolean changed =
        note(
                handle,
                "update ticket set "
                    + step.change()
                    + " where id = :id and state in "
                    + step.from()
                    + (step.onlyHere() ? " and machine = :me" : NOT_ELSEWHERE),
                Map.of("id", id, "me", machine, "now", at),
                step.deed(),
                machine)
            .isPresent();
    if (changed) {
      database.tellOf(handle);
    }
    return changed;
  }

  /** Sends who is called, served, held or waits to another machine, or to whichever is next. */
  public boolean transfer(String id, Optional<String> to) {
    Map<String, Object> values = new HashMap<>(Map.of("id", id, "me", machine));
    values.put("to", to.orElse(null));
    return database.single(
        "Sending a ticket on",
        handle -> {
          boolean sent =
              note(
                      handle,
                      """
                      update ticket set state = 'WAITING', machine = null, for_machine = :to
                      where id = :id and state in ('WAITING', 'CALLED', 'SERVING', 'HELD')
                      """
                          + NOT_ELSEWHERE,
                      values,
                      "ticket sent on",
                      to.orElse("to the next machine"))
                  .isPresent();
          if (sent) {
            database.tellOf(handle);
          }
          return sent;
        });
  }

  /**
   * CALLED → SERVING, if what the person entered is the number or the code of the ticket called
   * here.
   */
  public boolean confirm(String entered) {
    return here()
        .filter(ticket -> ticket.state() == TicketState.CALLED)
        .filter(ticket -> ticket.isConfirmedBy(entered))
        .map(ticket -> step(TicketStep.SERVE, ticket.id(), clock.millis()))
        .orElse(false);
  }

  static boolean isHere(Ticket ticket) {
    return ticket.state() == TicketState.CALLED || ticket.state() == TicketState.SERVING;
  }

  /** Says that this machine is there. */
  void hear(boolean working, String direction) {
    database.write(
        "Saying that this machine is there",
        handle ->
            handle
                .createUpdate(
                    """
                    insert into machine (name, heard_at, working, direction)
                    values (:name, :now, :working, :direction)
                    on conflict (name) do update set heard_at = excluded.heard_at,
                      working = excluded.working, direction = excluded.direction
                    """)
                .bind("name", machine)
                .bind("now", clock.millis())
                .bind("working", working)
                .bind("direction", direction)
                .execute());
  }

  /** The ticket of a number today. */
  public Optional<Ticket> byNumber(String number) {
    return database.read(
        "Reading the queue",
        handle ->
            handle
                .createQuery("select * from ticket where business_day = :day and number = :number")
                .bind("day", today().toString())
                .bind("number", number)
                .map((r, c) -> ticket(r))
                .findOne());
  }

  public Optional<Ticket> find(String id) {
    return database.read("Reading the queue", handle -> find(handle, id));
  }

  static Optional<Ticket> find(Handle handle, String id) {
    return handle
        .createQuery("select * from ticket where id = :id")
        .bind("id", id)
        .map((r, c) -> ticket(r))
        .findOne();
  }

  /** What the hall is told now. */
  public BoardNews news() {
    return database.read(
        "Reading the queue",
        handle -> {
          List<Call> calls =
              handle
                  .createQuery(
                      """
                      select t.*, m.direction from ticket t left join machine m on m.name = t.machine
                      where t.business_day = :day and t.called_at is not null and t.machine is not null
                      order by t.called_at desc limit :most
                      """)
                  .bind("day", today().toString())
                  .bind("most", LAST_CALLS)
                  .map((r, c) -> callOf(r))
                  .list();
          Map<String, Integer> waiting = new LinkedHashMap<>();
          handle
              .createQuery(
                  "select kind, count(*) as waits from ticket"
                      + " where business_day = :day and state = 'WAITING' group by kind")
              .bind("day", today().toString())
              .map((r, c) -> Map.entry(r.getString("kind"), r.getInt("waits")))
              .forEach(entry -> waiting.put(entry.getKey(), entry.getValue()));
          return new BoardNews(calls, waiting);
        });
  }

  private static Call callOf(ResultSet row) throws SQLException {
    String direction = row.getString("direction");
    return new Call(
        row.getString("number"),
        row.getString("machine"),
        direction == null ? "" : direction,
        row.getInt("calls"),
        Instant.ofEpochMilli(row.getLong("called_at")),
        row.getString("state").equals("CALLED"));
  }

  /** How long whoever takes a ticket of this kind now will wait. */
  public Wait waitOf(TicketKind kind) {
    long rank = clock.instant().minus(kind.headStart()).toEpochMilli();
    return database.read(
        "Reading the queue",
        handle -> {
          int ahead =
              handle
                  .createQuery(
                      "select count(*) from ticket"
                          + " where business_day = :day and state = 'WAITING' and rank <= :rank")
                  .bind("day", today().toString())
                  .bind("rank", rank)
                  .mapTo(Integer.class)
                  .one();
          List<Long> called =
              handle
                  .createQuery(
                      "select called_at from ticket where business_day = :day"
                          + " and called_at is not null order by called_at desc limit :most")
                  .bind("day", today().toString())
                  .bind("most", FIGURES)
                  .mapTo(Long.class)
                  .list();
          return Wait.of(ahead, called);
        });
  }

  static Ticket ticket(ResultSet row) throws SQLException {
    long called = row.getLong("called_at");
    Optional<Instant> calledAt =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(called));
    return new Ticket(
        row.getString("id"),
        LocalDate.parse(row.getString("business_day")),
        row.getString("number"),
        row.getString("kind"),
        row.getString("code"),
        TicketState.valueOf(row.getString("state")),
        row.getLong("rank"),
        Instant.ofEpochMilli(row.getLong("taken_at")),
        Optional.ofNullable(row.getString("machine")),
        Optional.ofNullable(row.getString("for_machine")),
        row.getInt("calls"),
        calledAt);
  }
}
