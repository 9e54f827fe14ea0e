package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/**
 * No reflection covers an eye (FICV 24). Measures the share of the eye's opening that is burnt out,
 * in the worse eye.
 */
record GlassesGlare(double mostBurntShare) implements Check {
  private static final double BURNT = 0.9;

  @Override
  public Finding look(Shot shot) {
    double right = burnt(shot.patch(), FaceOutline.RIGHT_EYE);
    double left = burnt(shot.patch(), FaceOutline.LEFT_EYE);
    double worse = Math.max(right, left);
    FaceOutline eye = right > left ? FaceOutline.RIGHT_EYE : FaceOutline.LEFT_EYE;
    return worse <= mostBurntShare
        ? new Met(worse)
        : new Missed(worse, Advice.TAKE_OFF_GLASSES, eye.of(shot.landmarks()));
  }

  private static double burnt(FacePatch patch, FaceOutline eye) {
    return patch.area(eye).share(at -> patch.luma(at) > BURNT);
  }

  @Override
  public String limit() {
    return Limits.most(mostBurntShare, " of the eye");
  }
}
