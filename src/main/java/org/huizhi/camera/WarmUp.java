package org.huizhi.camera;

import java.time.Duration;

/** A camera's first frames, until its exposure has settled, or for a second and a half at most. */
final class WarmUp {
  private static final Duration LONGEST = Duration.ofMillis(1500);

  /** Brightness that changes less than this from frame to frame, of 255, has settled. */
  private static final double STEADY = 2;

  private static final int STEADY_FRAMES = 4;

  private boolean over;
  private boolean begun;
  private long beganNanos;
  private double before;
  private int steady;

  /** Whether this frame still belongs to the warm-up. */
  boolean goesOn(Glance frame, long nanos) {
    if (over) {
      return false;
    }
    if (!begun) {
      begun = true;
      beganNanos = nanos;
    } else {
      steady = Math.abs(frame.brightness() - before) < STEADY ? steady + 1 : 0;
    }
    before = frame.brightness();
    over = steady >= STEADY_FRAMES || nanos - beganNanos > LONGEST.toNanos();
    return !over;
  }
}
