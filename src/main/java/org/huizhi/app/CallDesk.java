package org.huizhi.app;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.huizhi.queue.HallQueue;
import org.huizhi.queue.QueueRules;
import org.huizhi.queue.Ticket;
import org.huizhi.queue.TicketKind;
import org.huizhi.queue.TicketPrint;
import org.huizhi.queue.TicketState;
import org.huizhi.queue.TicketStep;
import org.huizhi.queue.Wait;
import org.huizhi.session.Effect;
import org.huizhi.session.Event;
import org.huizhi.session.State;
import org.huizhi.storage.StorageTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the next person when this machine is free, calls again, gives up, and hears when a visit is
 * over; keeps in touch with the hall meanwhile. On a thread of its own.
 */
final class CallDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CallDesk.class);
  private static final int ROUND_SECONDS = 1;
  private static final int BEAT_ROUNDS = 5;

  /** So often in a row something must fail before staff are told: once may be chance. */
  private static final int AGAIN_AND_AGAIN = 3;

  private final Engine engine;
  private final QueueRules rules;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("hall").daemon().unstarted(task));
  private long rounds;

  /** What failed when it was last done, and how, so that it is said once and not each second. */
  private final Map<String, Failure> failed = new HashMap<>();

  private volatile boolean failing;

  private Optional<String> told = Optional.empty();
  private volatile Map<String, Wait> waits = Map.of();

  private record Failure(String message, int times) {}

  CallDesk(Engine engine, QueueRules rules) {
    this.engine = engine;
    this.rules = rules;
  }

  /**
   * Starts its rounds.
   *
   * @param beat tells the hall how this machine is
   */
  void start(HallLink hall, Runnable beat) {
    var _ =
        thread.scheduleWithFixedDelay(
            () -> round(hall::meet, () -> beat(hall, beat), hall.queue()),
            ROUND_SECONDS,
            ROUND_SECONDS,
            TimeUnit.SECONDS);
  }

  private static void beat(HallLink hall, Runnable beat) {
    if (!hall.away()) {
      beat.run();
    }
  }

  /**
   * @param meet keeps in touch with the hall and tells it whether this machine works
   */
  void round(Consumer<Boolean> meet, Runnable beat, HallQueue queue) {
    boolean working = !(engine.state() instanceof State.OutOfOrder);
    part("meeting the hall", () -> meet.accept(working));
    if (rounds++ % BEAT_ROUNDS == 0) {
      part("the heartbeat", beat);
    }
    if (rules.tickets()) {
      part("calling", () -> call(queue, working));
      part("looking at the queue", () -> look(queue));
    }
    failing = failed.values().stream().anyMatch(one -> one.times() >= AGAIN_AND_AGAIN);
  }

  /** Whether a part of its rounds fails again and again; any thread. */
  boolean isFailing() {
    return failing;
  }

  /** Whatever is wrong with one part, the others are done; the next round tries it again. */
  private void part(String what, Runnable deed) {
    try {
      deed.run();
      failed.remove(what);
    } catch (RuntimeException | Error wrong) {
      String now = String.valueOf(wrong.getMessage());
      Failure before = failed.getOrDefault(what, new Failure("", 0));
      failed.put(what, new Failure(now, before.times() + 1));
      if (before.times() == 0 || !now.equals(before.message())) {
        LOG.error("{} failed", what, wrong);
      }
    }
  }

  /** One look at who is here; at most one step. */
  void call(HallQueue queue, boolean working) {
    Optional<Ticket> here = queue.here();
    boolean free = engine.state() instanceof State.Welcome;
    if (here.isEmpty() && free && working) {
      tell(queue.next());
    } else if (here.isEmpty() && engine.state() instanceof State.Expecting) {
      told = Optional.empty();
      engine.tell(new Event.Called(told)); // whom it expects has no ticket any more
    } else if (here.isPresent() && here.get().state() == TicketState.CALLED) {
      wait(queue, here.get(), working);
    } else if (here.isPresent() && (free || !working)) {
      queue.step(TicketStep.DONE);
    } else if (here.isPresent() && engine.state() instanceof State.Expecting late) {
      answer(late.setting().number(), true, here); // it was left alone while the hall was asked
    }
  }

  /** How long one waits is asked only where somebody may take a ticket. */
  private void look(HallQueue queue) {
    if (rules.atKiosks() && engine.state() instanceof State.Expecting) {
      Map<String, Wait> known = new HashMap<>();
      for (TicketKind kind : rules.kinds()) {
        queue.waitOf(kind).ifPresent(wait -> known.put(kind.name(), wait));
      }
      waits = Map.copyOf(known);
    }
  }

  /** How long whoever takes a ticket waits, by its kind's name; any thread. */
  Map<String, Wait> waits() {
    return waits;
  }

  private void wait(HallQueue queue, Ticket ticket, boolean working) {
    boolean over =
        ticket
            .calledAt()
            .map(at -> Duration.between(at, queue.now()).compareTo(rules.callPatience()) > 0)
            .orElse(true);
    if ((!working || isTaken()) && !queue.away()) {
      queue.sendOn(ticket);
    } else if (over && ticket.calls() < rules.calls()) {
      queue.step(TicketStep.RECALL);
    } else if (over) {
      queue.step(TicketStep.NO_SHOW);
    }
    tell(queue.here());
  }

  /** Whether somebody stands here who came back with a code, or just before the call. */
  private boolean isTaken() {
    State state = engine.state();
    return !state.isFree()
        && !(state instanceof State.Returning)
        && !(state instanceof State.Ticketing);
  }

  private void tell(Optional<Ticket> ticket) {
    Optional<String> number =
        ticket.filter(t -> t.state() == TicketState.CALLED).map(Ticket::number);
    if (!number.equals(told) || number.isPresent()) {
      told = number;
      engine.tell(new Event.Called(number));
    }
  }

  /** Answers whether what a person entered is right. */
  void confirm(HallQueue queue, Effect.ConfirmTicket asked) {
    soon(
        () -> {
          boolean right = queue.confirm(asked.entered());
          answer(asked.number(), right, queue.here().filter(_ -> right));
        });
  }

  private void answer(long number, boolean right, Optional<Ticket> ticket) {
    Optional<String> document =
        ticket.flatMap(one -> rules.kind(one.kind())).flatMap(TicketKind::document);
    engine.tell(new Event.TicketAnswered(number, right, document));
  }

  /**
   * Gives a ticket, then prints it. One that comes when its person has been told that there is
   * none, or has left, is nobody's: it is void and not printed.
   *
   * @param paper where tickets are printed; empty where they are only shown
   * @param printing the thread that waits for the paper
   */
  void give(
      HallQueue queue, Effect.TakeTicket wanted, Optional<TicketPrinter> paper, Executor printing) {
    soon(
        () -> {
          Optional<Ticket> ticket = take(queue, wanted.kind());
          TicketPrint print = paper.isPresent() ? TicketPrint.UNDER_WAY : TicketPrint.NONE;
          engine.tell(
              new Event.TicketTaken(wanted.number(), ticket, print),
              now -> {
                if (ticket.isPresent() && !isGiven(now, ticket.get())) {
                  soon(() -> withdraw(queue, ticket.get()));
                } else if (ticket.isPresent() && paper.isPresent()) {
                  printing.execute(() -> print(wanted, ticket.get(), paper.get()));
                }
              });
        });
  }

  private static boolean isGiven(State state, Ticket ticket) {
    return state instanceof State.Ticketing taking
        && taking.stage() instanceof State.Ticketing.Stage.Given given
        && given.ticket().equals(ticket);
  }

  private void print(Effect.TakeTicket wanted, Ticket ticket, TicketPrinter paper) {
    engine.tell(new Event.TicketPrinted(wanted.number(), paper.print(ticket)));
  }

  /** Makes a ticket void of which its person was told that there is none. */
  static void withdraw(HallQueue queue, Ticket ticket) {
    LOG.warn("ticket {} came too late for its person and is void", ticket.number());
    Deed.orLater("a ticket that came too late", () -> queue.withdraw(ticket));
  }

  private Optional<Ticket> take(HallQueue queue, String kind) {
    try {
      return rules.kind(kind).map(queue::take);
    } catch (StorageTrouble none) {
      LOG.warn("no ticket: {}", none.getMessage());
      return Optional.empty();
    }
  }

  private void soon(Runnable deed) {
    try {
      thread.execute(deed);
    } catch (RejectedExecutionException closing) {
      LOG.debug("a ticket came while closing");
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
