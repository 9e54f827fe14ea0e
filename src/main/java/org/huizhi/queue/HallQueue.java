package org.huizhi.queue;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.HallClock;
import org.huizhi.storage.Serials;
import org.huizhi.storage.StorageTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hall's queue as one machine sees it. While the hall's database is away, the machine gives
 * tickets from the numbers lent to it, calls those itself, and keeps the steps of whoever was at
 * it; {@link #meet} brings all of that home. Any thread.
 */
public final class HallQueue {
  private static final Logger LOG = LoggerFactory.getLogger(HallQueue.class);
  private static final int BLOCK = 10;

  private final Tickets hall;
  private final Tickets own;
  private final Merge merge;
  private final String machine;
  private final List<TicketKind> kinds;
  private final HallClock clock;
  private final SecureRandom random = new SecureRandom();

  /** Tickets that the hall has, or perhaps has, and nobody was shown. */
  private final List<String> unshown = new ArrayList<>();

  /** Why not all came home when that was last tried. */
  private Optional<String> left = Optional.empty();

  /** The day on which the days gone by were last closed. */
  private Optional<LocalDate> closed = Optional.empty();

  private Optional<Ticket> here = Optional.empty();
  private boolean away;

  /**
   * @param hall the hall's database; where a machine is alone, its own
   * @param own this machine's database, always within reach
   */
  public HallQueue(
      Database hall, Database own, String machine, List<TicketKind> kinds, HallClock clock) {
    this.hall = new Tickets(hall, machine, new Audit(machine + "/queue", clock), clock);
    this.own = new Tickets(own, machine, new Audit(machine + "/away", clock), clock);
    this.merge = new Merge(this.hall, this.own, machine, clock);
    this.machine = machine;
    this.kinds = List.copyOf(kinds);
    this.clock = clock;
  }

  private boolean alone() {
    return hall.database() == own.database();
  }

  /** Whether the hall's database was away, or of no use, when it was last needed. */
  public synchronized boolean away() {
    return away;
  }

  /** The hall's time, in which tickets were taken and called. */
  public Instant now() {
    return clock.instant();
  }

  public List<TicketKind> kinds() {
    return kinds;
  }

  /** The counters that the numbers of these kinds come from. */
  public static List<String> series(List<TicketKind> kinds) {
    return kinds.stream().map(TicketNumbers::series).toList();
  }

  /**
   * Takes a ticket.
   *
   * @throws StorageTrouble AWAY when the hall is of no use and the numbers lent are used up
   */
  public synchronized Ticket take(TicketKind kind) {
    String id = UUID.randomUUID().toString();
    String code = String.format("%04d", random.nextInt(10_000));
    if (alone()) {
      return hall.take(id, code, kind);
    }
    return reachable(() -> Optional.of(hall.take(id, code, kind)))
        .orElseGet(
            () -> {
              // The hall may have it although it did not answer; nobody will be shown that number.
              unshown.add(id);
              return own.takeLent(UUID.randomUUID().toString(), code, kind)
                  .orElseThrow(
                      () ->
                          new StorageTrouble(
                              StorageTrouble.Kind.AWAY,
                              "The hall's database is away, and the tickets lent to this machine"
                                  + " are used up."));
            });
  }

  /**
   * Makes a ticket void that nobody was shown. Where the hall is away, so that it cannot be done
   * now, {@link #meet} does it.
   */
  public synchronized void withdraw(Ticket ticket) {
    here = here.filter(one -> !one.id().equals(ticket.id()));
    unshown.add(ticket.id());
    if (own.step(TicketStep.CANCEL, ticket.id(), clock.millis())) {
      unshown.remove(ticket.id());
    } else {
      var _ = reachable(this::cancelUnshown);
    }
  }

  private Optional<Boolean> cancelUnshown() {
    merge.cancel(unshown);
    return Optional.of(true);
  }

  /** Who is called to this machine or served here, as far as it knows. */
  public synchronized Optional<Ticket> here() {
    return here;
  }

  /** Calls whoever is next to this machine; while cut off, of the tickets that it gave itself. */
  public synchronized Optional<Ticket> next() {
    if (here.isPresent() && (away || !isTheHalls(here.get()))) {
      return here; // its end comes first
    }
    Optional<Ticket> called = reachable(hall::next);
    if (called.isEmpty() && away) {
      called = own.next();
    }
    here = called;
    return called;
  }

  /** Confirms that the person called is there, by the ticket's number or code. */
  public synchronized boolean confirm(String entered) {
    boolean right =
        here.filter(ticket -> ticket.state() == TicketState.CALLED)
            .filter(ticket -> ticket.isConfirmedBy(entered))
            .isPresent();
    return right && step(TicketStep.SERVE);
  }

  /**
   * Takes a step with who is here.
   *
   * @return whether the ticket stood so that it could be taken
   */
  public synchronized boolean step(TicketStep step) {
    if (here.isEmpty()) {
      return false;
    }
    Ticket ticket = here.get();
    long now = clock.millis();
    boolean taken;
    if (!isTheHalls(ticket)) {
      taken = own.step(step, ticket.id(), now);
      here = own.find(ticket.id()).filter(Tickets::isHere);
      return taken;
    }
    Optional<Boolean> answered = reachable(() -> Optional.of(hall.step(step, ticket.id(), now)));
    if (answered.isPresent()) {
      taken = answered.get();
      here = reachable(() -> Optional.of(hall.here())).orElse(here);
    } else {
      merge.keepLate(ticket.id(), step, now);
      taken = true;
      here = after(ticket, step);
    }
    return taken;
  }

  /** Where the ticket stands after a step that the hall does not know of yet. */
  private static Optional<Ticket> after(Ticket ticket, TicketStep step) {
    return switch (step) {
      case RECALL -> Optional.of(ticket.with(TicketState.CALLED, ticket.calls() + 1));
      case SERVE -> Optional.of(ticket.with(TicketState.SERVING, ticket.calls()));
      case DONE, NO_SHOW, HOLD, CANCEL -> Optional.empty();
      case EXPIRE -> Optional.empty();
      case TAKE_BACK, COME_LATE -> Optional.of(ticket);
    };
  }

  private boolean isTheHalls(Ticket ticket) {
    return alone() || own.find(ticket.id()).isEmpty();
  }

  /** Sends who is called here to the next machine that works. */
  public synchronized void sendOn(Ticket ticket) {
    if (reachable(() -> Optional.of(hall.transfer(ticket.id(), Optional.empty()))).isPresent()) {
      here = Optional.empty();
    }
  }

  /** Does something with any ticket of the hall; it cannot be done while the hall is away. */
  public <T> T ask(Function<Tickets, T> question) {
    return question.apply(hall);
  }

  /**
   * Says that this machine is there, takes the hall's time, refills the numbers lent and brings
   * home what was done while the hall was away. To be called every few seconds.
   *
   * @param working whether it can serve the next person
   * @return whether the hall was reached
   */
  public synchronized boolean meet(boolean working, String direction) {
    Optional<Boolean> met =
        trying(
            () -> {
              hall.database().prepare();
              clock.set(hall.database().now());
              hall.hear(working, direction);
              closeDays();
              return alone() ? cancelUnshown() : Optional.of(true);
            });
    return met.isPresent() && (alone() || bringHome());
  }

  /** Once a day is enough: whatever is left of days gone by is not called anyhow. */
  private void closeDays() {
    Optional<LocalDate> today = Optional.of(hall.today());
    if (!closed.equals(today)) {
      hall.closeDays();
      closed = today;
    }
  }

  /** What fails here is tried again the next time: the hall was there a moment ago. */
  private boolean bringHome() {
    try {
      merge.cancel(unshown);
      lend();
      merge.run();
    } catch (StorageTrouble trouble) {
      Optional<String> now = Optional.ofNullable(trouble.getMessage());
      if (!left.equals(now)) {
        LOG.warn("not all of this machine's tickets are home", trouble);
      }
      left = now;
      away = trouble.kind() == StorageTrouble.Kind.AWAY;
      return false;
    }
    left = Optional.empty();
    return trying(
            () -> {
              here = hall.here();
              return Optional.of(true);
            })
        .isPresent();
  }

  private void lend() {
    for (TicketKind kind : kinds) {
      Serials.topUp(
          hall.database(),
          own.database(),
          machine,
          TicketNumbers.lentSeries(kind),
          TicketNumbers.ANY_DAY,
          BLOCK);
    }
  }

  /** How long whoever takes a ticket now will wait; empty while the hall is away. */
  public synchronized Optional<Wait> waitOf(TicketKind kind) {
    return reachable(() -> Optional.of(hall.waitOf(kind)));
  }

  /** Asks the hall, unless it was away when it was last looked for: nobody waits for that twice. */
  private <T> Optional<T> reachable(Supplier<Optional<T>> asking) {
    return away ? Optional.empty() : trying(asking);
  }

  private <T> Optional<T> trying(Supplier<Optional<T>> asking) {
    try {
      Optional<T> answer = asking.get();
      if (away) {
        LOG.info("the hall's database is back");
      }
      away = false;
      return answer;
    } catch (StorageTrouble trouble) {
      if (alone() || !trouble.isOut()) {
        throw trouble;
      }
      if (!away) {
        LOG.warn("this machine goes on alone: {}", trouble.getMessage());
      }
      away = true;
      return Optional.empty();
    }
  }
}
