package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/**
 * The face is sharp (OFIQ 9, FICV 8). Measures, around the eyes and mouth of the face at a fixed
 * size, how much of the difference between pixels four apart is already there between neighbours:
 * the lesser of across and down, so that a movement to one side is seen too.
 */
record Blur(double leastSharpness) implements Check {
  private static final int FAR = 4;

  @Override
  public Finding look(Shot shot) {
    FacePatch patch = shot.patch();
    int left = (int) patch.x(46);
    int right = (int) patch.x(276);
    int top = (int) Math.min(patch.y(105), patch.y(334));
    int bottom = (int) patch.y(17);
    double sharpness =
        Math.min(
            sharpness(patch, left, top, right, bottom, 1, 0),
            sharpness(patch, left, top, right, bottom, 0, 1));
    return sharpness >= leastSharpness
        ? new Met(sharpness)
        : new Missed(sharpness, Advice.HOLD_STILL, Places.face(shot));
  }

  private static double sharpness(
      FacePatch patch, int left, int top, int right, int bottom, int dx, int dy) {
    double near = 0;
    double far = 1e-9;
    for (int y = Math.max(0, top); y < Math.min(bottom, FacePatch.HEIGHT - FAR); y++) {
      for (int x = Math.max(0, left); x < Math.min(right, FacePatch.WIDTH - FAR); x++) {
        double here = patch.luma(x, y);
        double step = patch.luma(x + dx, y + dy) - here;
        double stride = patch.luma(x + FAR * dx, y + FAR * dy) - here;
        near += step * step;
        far += stride * stride;
      }
    }
    return Math.sqrt(near / far);
  }

  @Override
  public String limit() {
    return Limits.least(leastSharpness, "");
  }
}
