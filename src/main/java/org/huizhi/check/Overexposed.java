package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/** The skin is not burnt out (OFIQ 6, FICV 13). Measures the share of its pixels at the top. */
record Overexposed(double mostBurntShare) implements Check {
  /** Of 1; ISO/IEC 29794-5 counts from 247 of 255. */
  private static final double BURNT = 247 / 255.0;

  @Override
  public Finding look(Shot shot) {
    FacePatch patch = shot.patch();
    double burnt = shot.skin().share(at -> patch.luma(at) >= BURNT);
    return burnt <= mostBurntShare
        ? new Met(burnt)
        : new Missed(burnt, Advice.LESS_LIGHT, Places.face(shot));
  }

  @Override
  public String limit() {
    return Limits.most(mostBurntShare, " of the skin");
  }
}
