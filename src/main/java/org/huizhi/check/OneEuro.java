package org.huizhi.check;

/**
 * Smooths one coordinate without lag: the faster it moves the less it is smoothed, so that a still
 * face does not tremble and a moving one is not late (Casiez, Roussel, Vogel: 1€ Filter, CHI 2012).
 *
 * <p>One thread.
 */
final class OneEuro {
  private final double restHz;
  private final double hzPerSpeed;
  private double value;
  private double speed;
  private long lastNanos;
  private boolean started;

  /**
   * @param restHz the cut-off frequency at rest: lower is calmer
   * @param hzPerSpeed how much it rises with each unit a second: higher is less late
   */
  OneEuro(double restHz, double hzPerSpeed) {
    this.restHz = restHz;
    this.hzPerSpeed = hzPerSpeed;
  }

  void reset() {
    started = false;
  }

  /**
   * @param now of a clock that only runs forward, in nanoseconds
   */
  double smooth(double raw, long now) {
    double seconds = (now - lastNanos) / 1e9;
    lastNanos = now;
    if (!started || seconds <= 0) {
      started = true;
      speed = 0;
      value = raw;
      return value;
    }
    speed += weight(1, seconds) * ((raw - value) / seconds - speed);
    value += weight(restHz + hzPerSpeed * Math.abs(speed), seconds) * (raw - value);
    return value;
  }

  private static double weight(double hertz, double seconds) {
    double wave = 2 * Math.PI * hertz * seconds;
    return wave / (wave + 1);
  }
}
