package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/**
 * No spot on the skin shines (FICV 19). Measures the share of the skin that is nearly white and
 * much brighter than the skin's median.
 */
record Hotspot(double mostShare) implements Check {
  private static final double WHITE = 0.88;
  private static final double BRIGHTER = 1.3;

  @Override
  public Finding look(Shot shot) {
    FacePatch patch = shot.patch();
    double median = shot.skin().quantile(patch::luma, 0.5);
    double share =
        shot.skin().share(at -> patch.luma(at) > WHITE && patch.luma(at) > BRIGHTER * median);
    return share <= mostShare
        ? new Met(share)
        : new Missed(share, Advice.LESS_LIGHT, Places.face(shot));
  }

  @Override
  public String limit() {
    return Limits.most(mostShare, " of the skin shining");
  }
}
