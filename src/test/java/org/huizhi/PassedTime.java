package org.huizhi;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that goes on when it is told to. {@link #withZone} makes a clock of it. */
public final class PassedTime implements InstantSource {
  private Instant now;

  public PassedTime(Instant start) {
    now = start;
  }

  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }
}
