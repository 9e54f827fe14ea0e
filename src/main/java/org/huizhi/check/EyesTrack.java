package org.huizhi.check;

import org.huizhi.face.Landmarks;
import org.opencv.core.Point;

/**
 * Where the eyes are, smoothed from frame to frame for what is drawn over the picture. Verdicts are
 * made of the landmarks as they were found.
 *
 * <p>One thread.
 */
final class EyesTrack {
  /** In pupil distances a second, so that near and far faces are smoothed alike. */
  private static final double REST_HZ = 1.2;

  private static final double HZ_PER_SPEED = 3.0;

  private final OneEuro x = new OneEuro(REST_HZ, HZ_PER_SPEED);
  private final OneEuro y = new OneEuro(REST_HZ, HZ_PER_SPEED);
  private final OneEuro pupils = new OneEuro(REST_HZ, HZ_PER_SPEED);
  private double unit;

  void reset() {
    unit = 0;
    x.reset();
    y.reset();
    pupils.reset();
  }

  /**
   * @param now of a clock that only runs forward, in nanoseconds
   */
  SteadyEyes follow(Landmarks face, long now) {
    if (unit == 0) {
      unit = Math.max(1, face.pupilDistance());
    }
    Point middle = face.eyeMiddle();
    return new SteadyEyes(
        unit * x.smooth(middle.x / unit, now),
        unit * y.smooth(middle.y / unit, now),
        unit * pupils.smooth(face.pupilDistance() / unit, now));
  }
}
