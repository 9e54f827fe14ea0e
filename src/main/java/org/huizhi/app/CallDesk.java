package org.huizhi.app;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.huizhi.queue.HallQueue;
import org.huizhi.queue.QueueRules;
import org.huizhi.queue.Ticket;
import org.huizhi.queue.TicketState;
import org.huizhi.queue.TicketStep;
import org.huizhi.session.Effect;
import org.huizhi.session.Event;
import org.huizhi.session.State;
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

  private final Engine engine;
  private final QueueRules rules;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("hall").daemon().unstarted(task));
  private long rounds;
  private Optional<String> told = Optional.empty();

  CallDesk(Engine engine, QueueRules rules, Clock clock) {
    this.engine = engine;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Starts its rounds.
   *
   * @param beat tells the hall how this machine is
   */
  void start(HallLink hall, Runnable beat) {
    var _ =
        thread.scheduleWithFixedDelay(
            () -> round(hall, beat), ROUND_SECONDS, ROUND_SECONDS, TimeUnit.SECONDS);
  }

  private void round(HallLink hall, Runnable beat) {
    try {
      boolean working = !(engine.state() instanceof State.OutOfOrder);
      hall.meet(working);
      if (rounds++ % BEAT_ROUNDS == 0 && !hall.away()) {
        beat.run();
      }
      if (rules.tickets()) {
        call(hall.queue(), working);
      }
    } catch (RuntimeException wrong) {
      // Whatever is wrong with the hall, the visit under way goes on; the next round tries again.
      LOG.error("the queue failed", wrong);
    }
  }

  /** One look at who is here; at most one step. */
  void call(HallQueue queue, boolean working) {
    Optional<Ticket> here = queue.here();
    boolean free = engine.state() instanceof State.Welcome;
    if (here.isEmpty() && free && working) {
      tell(queue.next());
    } else if (here.isPresent() && here.get().state() == TicketState.CALLED) {
      wait(queue, here.get(), working);
    } else if (here.isPresent() && (free || !working)) {
      queue.step(TicketStep.DONE);
    }
  }

  private void wait(HallQueue queue, Ticket ticket, boolean working) {
    boolean over =
        ticket
            .calledAt()
            .map(at -> Duration.between(at, clock.instant()).compareTo(rules.callPatience()) > 0)
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
    return !state.isFree() && !(state instanceof State.Returning);
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
    try {
      thread.execute(
          () ->
              engine.tell(
                  new Event.TicketAnswered(asked.number(), queue.confirm(asked.entered()))));
    } catch (RejectedExecutionException closing) {
      LOG.debug("a ticket came while closing");
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
