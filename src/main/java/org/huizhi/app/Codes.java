package org.huizhi.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lets nobody try out codes at this machine: after ten wrong ones an hour, none is right. */
final class Codes {
  private static final int MOST = 10;
  private static final Duration WITHIN = Duration.ofHours(1);

  private final Clock clock;
  private final Deque<Instant> wrong = new ArrayDeque<>();

  Codes(Clock clock) {
    this.clock = clock;
  }

  boolean mayTry() {
    Instant since = clock.instant().minus(WITHIN);
    wrong.removeIf(at -> at.isBefore(since));
    return wrong.size() < MOST;
  }

  /** One that was not listened to makes nobody wait longer. */
  void wrong() {
    if (mayTry()) {
      wrong.add(clock.instant());
    }
  }
}
