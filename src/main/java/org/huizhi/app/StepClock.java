package org.huizhi.app;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.huizhi.console.StaffKeys;
import org.huizhi.record.StepTime;
import org.huizhi.session.State;
import org.huizhi.storage.Database;

/**
 * Counts how long visits stand at each step and how long the machine is out of order, and keeps it
 * until the hall's record takes it. Any thread.
 */
final class StepClock {
  private final String machine;
  private final Clock clock;
  private final LongSupplier nanos;
  private final Map<String, StepTime> counted = new HashMap<>();
  private Optional<String> here = Optional.empty();
  private long since;
  private long visit;

  /**
   * @param nanos a counter that nobody sets
   */
  StepClock(String machine, Clock clock, LongSupplier nanos) {
    this.machine = machine;
    this.clock = clock;
    this.nanos = nanos;
  }

  synchronized void see(State state) {
    Optional<String> step = step(state);
    if (step.equals(here) && visit == state.setting().number()) {
      return;
    }
    count(1);
    here = step;
    visit = state.setting().number();
  }

  /** Nobody is there on the first pages. */
  private static Optional<String> step(State state) {
    return switch (state) {
      case State.Welcome _, State.Expecting _, State.Returning _, State.Ticketing _ ->
          Optional.empty();
      case State.Consent _, State.Choosing _, State.Identifying _, State.Guardian _ ->
          Optional.of(StaffKeys.step(state));
      case State.Preparing _, State.Framing _, State.Shooting _, State.Making _ ->
          Optional.of(StaffKeys.step(state));
      case State.Reviewing _, State.WaitingForStaff _, State.Issuing _, State.Farewell _ ->
          Optional.of(StaffKeys.step(state));
      case State.OutOfOrder _ -> Optional.of(StaffKeys.step(state));
    };
  }

  private void count(long times) {
    long now = nanos.getAsLong();
    Duration time = Duration.ofNanos(now - since);
    here.ifPresent(
        step -> counted.merge(step, new StepTime(times, time), (a, _) -> a.plus(times, time)));
    since = now;
  }

  /** Gives the hall what was counted; while it is away, that stays here. */
  synchronized void bringHome(Database hall) {
    count(0); // a machine that is out of order for a day is so today
    if (!counted.isEmpty()) {
      StepTime.add(hall, machine, LocalDate.now(clock), Map.copyOf(counted));
      counted.clear();
    }
  }
}
