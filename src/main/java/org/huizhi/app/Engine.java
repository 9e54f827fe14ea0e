package org.huizhi.app;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.huizhi.session.Effect;
import org.huizhi.session.Event;
import org.huizhi.session.Session;
import org.huizhi.session.State;
import org.huizhi.session.Step;
import org.huizhi.session.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lives the session: one thread takes one event after the other, shows the new state and hands the
 * effects on. Only this thread touches the state.
 */
final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final int TICK_MILLIS = 200;

  private final Session session;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("session").daemon().unstarted(task));
  private final CopyOnWriteArrayList<Consumer<State>> watchers = new CopyOnWriteArrayList<>();
  private volatile Consumer<Effect> hands = effect -> {};
  private volatile State state;
  private Instant started;
  private long from;

  Engine(Session session, Clock clock, boolean demonstration) {
    this.session = session;
    this.clock = clock;
    this.started = clock.instant();
    this.state = session.first(started, demonstration);
  }

  /**
   * Starts taking events.
   *
   * @param hands carries an effect out without keeping this thread, and answers with an event
   */
  void start(Consumer<Effect> hands) {
    this.hands = hands;
    setTime();
    var _ = thread.scheduleAtFixedRate(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Patience follows a clock that nobody sets: a correction of the time must not end a visit. It is
   * set anew while nobody waits for anything, so that the next visit has the right date.
   */
  private void tick() {
    if (nothingEnds()) {
      setTime();
    }
    take(new Event.Tick(started.plusNanos(System.nanoTime() - from)));
  }

  private void setTime() {
    started = clock.instant();
    from = System.nanoTime();
  }

  private boolean nothingEnds() {
    boolean says = state instanceof State.Welcome welcome && welcome.wipedUntil().isPresent();
    return !says && state.setting().deadline().equals(Instant.MAX);
  }

  /** Takes an event in its turn; from any thread. */
  void tell(Event event) {
    try {
      thread.execute(() -> take(event));
    } catch (RejectedExecutionException closing) {
      LOG.debug("an event came while closing");
    }
  }

  /**
   * The same.
   *
   * @param then hears, on the engine's thread, the state in which the event left the session: so
   *     nothing can come between what the session knows and what is done about it
   */
  void tell(Event event, Consumer<State> then) {
    try {
      thread.execute(
          () -> {
            take(event);
            then.accept(state);
          });
    } catch (RejectedExecutionException closing) {
      LOG.debug("an event came while closing");
    }
  }

  /** The newest state; from any thread. */
  State state() {
    return state;
  }

  /** Hears every state that differs from the one before, on the engine's thread. */
  void watch(Consumer<State> watcher) {
    watchers.add(watcher);
    watcher.accept(state);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void take(Event event) {
    try {
      Step step = session.next(state, event);
      boolean changed = !step.state().equals(state);
      state = step.state();
      step.effects().forEach(hands);
      if (changed) {
        watchers.forEach(watcher -> watcher.accept(state));
      }
    } catch (RuntimeException | Error mistake) {
      // The one place where a mistake of ours ends a visit instead of the program.
      String code = Mistakes.code(mistake);
      LOG.error("mistake {}", code, mistake);
      if (!(event instanceof Event.TroubleArose)) {
        take(new Event.TroubleArose(new Trouble.Mistake(code)));
      }
    }
  }
}
