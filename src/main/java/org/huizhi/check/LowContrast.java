package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/**
 * The face is not washed out (OFIQ 8, FICV 13). Measures the luminance between its darkest and its
 * brightest twentieth, 0 to 1.
 */
record LowContrast(double leastRange) implements Check {
  @Override
  public Finding look(Shot shot) {
    FacePatch patch = shot.patch();
    Area face = patch.area(FaceOutline.FACE);
    double range = face.quantile(patch::luma, 0.95) - face.quantile(patch::luma, 0.05);
    return range >= leastRange
        ? new Met(range)
        : new Missed(range, Advice.EVEN_LIGHT, Places.face(shot));
  }

  @Override
  public String limit() {
    return Limits.least(leastRange, " of luminance");
  }
}
