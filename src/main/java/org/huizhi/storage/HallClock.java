package org.huizhi.storage;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/**
 * The hall's time: what its database said last, carried on by a counter that nobody sets. A machine
 * whose clock is wrong or jumps takes and calls tickets at the right time all the same. Until the
 * database was asked once, it is this machine's own clock. Any thread.
 */
public final class HallClock extends Clock {
  private final Clock own;
  private final LongSupplier nanos;
  private volatile Clock carried;

  public HallClock(Clock own) {
    this(own, System::nanoTime);
  }

  HallClock(Clock own, LongSupplier nanos) {
    this.own = own;
    this.nanos = nanos;
    this.carried = own;
  }

  /** Takes the database's time. */
  public void set(Instant hall) {
    long then = nanos.getAsLong();
    carried =
        new Clock() {
          @Override
          public Instant instant() {
            return hall.plusNanos(nanos.getAsLong() - then);
          }

          @Override
          public ZoneId getZone() {
            return own.getZone();
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return HallClock.this.withZone(zone);
          }
        };
  }

  @Override
  public Instant instant() {
    return carried.instant();
  }

  @Override
  public ZoneId getZone() {
    return own.getZone();
  }

  /** The hall has one zone. */
  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the hall's clock has the hall's zone");
  }
}
