package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/**
 * The skin is free of sensor noise (OFIQ 10). Measures, on the face at its fixed size, the median
 * difference between a pixel of the cheeks and forehead and the mean of its four neighbours, over
 * the skin's luminance.
 */
record Noise(double mostGrain) implements Check {
  @Override
  public Finding look(Shot shot) {
    double grain = grain(shot);
    return grain <= mostGrain
        ? new Met(grain)
        : new Missed(grain, Advice.MORE_LIGHT, Places.face(shot));
  }

  /** The median grain of the smooth parts of the skin. */
  static double grain(Shot shot) {
    FacePatch patch = shot.patch();
    Area smooth =
        patch
            .area(FaceOutline.RIGHT_CHEEK)
            .or(patch.area(FaceOutline.LEFT_CHEEK))
            .or(patch.area(FaceOutline.FOREHEAD));
    double light = Math.max(0.05, smooth.mean(patch::luma));
    return smooth.quantile(at -> step(patch, at), 0.5) / light;
  }

  static double step(FacePatch patch, int at) {
    int x = Math.clamp(at % FacePatch.WIDTH, 1, FacePatch.WIDTH - 2);
    int y = Math.clamp(at / FacePatch.WIDTH, 1, FacePatch.HEIGHT - 2);
    double around =
        (patch.luma(x - 1, y) + patch.luma(x + 1, y) + patch.luma(x, y - 1) + patch.luma(x, y + 1))
            / 4;
    return Math.abs(patch.luma(x, y) - around);
  }

  @Override
  public String limit() {
    return Limits.most(mostGrain, " of the skin's luminance");
  }
}
