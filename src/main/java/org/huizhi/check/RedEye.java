package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/**
 * The pupils are not red from a flash (FICV 20). Measures how much redder than its other colours
 * the middle of the redder pupil is, 0 to 1.
 */
record RedEye(double mostRedness) implements Check {
  private static final int RIGHT = 468;
  private static final int LEFT = 473;
  private static final double RADIUS = 3;

  @Override
  public Finding look(Shot shot) {
    double right = redness(shot.patch(), RIGHT);
    double left = redness(shot.patch(), LEFT);
    double worse = Math.max(right, left);
    FaceOutline eye = right > left ? FaceOutline.RIGHT_EYE : FaceOutline.LEFT_EYE;
    return worse <= mostRedness
        ? new Met(worse)
        : new Missed(worse, Advice.LESS_LIGHT, eye.of(shot.landmarks()));
  }

  private static double redness(FacePatch patch, int pupil) {
    return Area.disk(patch.x(pupil), patch.y(pupil), RADIUS, RADIUS)
        .mean(at -> (patch.red(at) - Math.max(patch.green(at), patch.blue(at))) / 255.0);
  }

  @Override
  public String limit() {
    return Limits.most(mostRedness, " redder");
  }
}
