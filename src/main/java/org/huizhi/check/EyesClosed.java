package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/** Both eyes are open (OFIQ 13, FICV 16). Measures the lid gap over the eye's width, lesser eye. */
record EyesClosed(double leastGapOverWidth) implements Check, OfPoints {
  @Override
  public Finding look(Shot shot) {
    double right = shot.eyeOpening(true);
    double left = shot.eyeOpening(false);
    double gap = Math.min(right, left);
    FaceOutline eye = right < left ? FaceOutline.RIGHT_EYE : FaceOutline.LEFT_EYE;
    return gap >= leastGapOverWidth
        ? new Met(gap)
        : new Missed(gap, Advice.OPEN_EYES, eye.of(shot.landmarks()));
  }

  @Override
  public String limit() {
    return Limits.least(leastGapOverWidth, " of the eye's width");
  }
}
