package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/** The face is bright enough (OFIQ 4, FICV 12). Measures the skin's mean luminance, 0 to 1. */
record TooDark(double leastLuminance) implements Check {
  @Override
  public Finding look(Shot shot) {
    double luminance = shot.skin().mean(shot.patch()::luma);
    return luminance >= leastLuminance
        ? new Met(luminance)
        : new Missed(luminance, Advice.MORE_LIGHT, Places.face(shot));
  }

  @Override
  public String limit() {
    return Limits.least(leastLuminance, "");
  }
}
