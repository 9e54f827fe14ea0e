package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.face.Landmarks;

/**
 * The mouth is closed (OFIQ 14, FICV 29). Measures the gap between the lips' inner edges over T,
 * the distance from the eyes to the chin: the largest of three places, for teeth show beside the
 * middle too.
 */
record MouthOpen(double mostGapInT) implements Check, OfPoints {
  private static final int[] UPPER = {81, 13, 311};
  private static final int[] LOWER = {178, 14, 402};

  @Override
  public Finding look(Shot shot) {
    Landmarks points = shot.landmarks();
    double gap = 0;
    for (int i = 0; i < UPPER.length; i++) {
      gap = Math.max(gap, points.distance(UPPER[i], LOWER[i]) / points.eyesToChin());
    }
    return gap <= mostGapInT
        ? new Met(gap)
        : new Missed(gap, Advice.CLOSE_MOUTH, FaceOutline.LIPS.of(points));
  }

  @Override
  public String limit() {
    return Limits.most(mostGapInT, " T");
  }
}
