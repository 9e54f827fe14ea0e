package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/**
 * No frame crosses an eye (FICV 25). A frame is a dark line that goes on past both corners of the
 * eye, which neither lashes nor lids do. Measures, for the worse eye, how much of the darkest such
 * line is dark: the least of its part across the eye and its parts beside either corner.
 *
 * @param frameOverSkin what is darker than this, over the skin, is taken for a frame
 */
record GlassesFrame(double mostDarkShare, double frameOverSkin) implements Check {
  /** The parts beside the eye begin beyond the lashes and end before the nose, in eye widths. */
  private static final double NEAR = 0.12;

  private static final double FAR = 0.32;
  private static final double MOST_SLOPE = 0.2;

  @Override
  public Finding look(Shot shot) {
    double right = darkest(shot, 33, 133, 159, 145);
    double left = darkest(shot, 362, 263, 386, 374);
    double worse = Math.max(right, left);
    FaceOutline eye = right > left ? FaceOutline.RIGHT_EYE : FaceOutline.LEFT_EYE;
    return worse <= mostDarkShare
        ? new Met(worse)
        : new Missed(worse, Advice.TAKE_OFF_GLASSES, eye.of(shot.landmarks()));
  }

  private double darkest(Shot shot, int start, int end, int upper, int lower) {
    FacePatch patch = shot.patch();
    double dark = frameOverSkin * shot.skin().mean(patch::luma);
    double from = patch.x(start);
    double to = patch.x(end);
    double width = to - from;
    double most = 0;
    for (double y = patch.y(upper); y <= patch.y(lower); y++) {
      for (double slope = -MOST_SLOPE; slope <= MOST_SLOPE; slope += MOST_SLOPE / 4) {
        double offset = y - slope * (from + to) / 2;
        double least =
            Math.min(
                dark(patch, from, to, offset, slope, dark),
                Math.min(
                    dark(patch, from - FAR * width, from - NEAR * width, offset, slope, dark),
                    dark(patch, to + NEAR * width, to + FAR * width, offset, slope, dark)));
        most = Math.max(most, least);
      }
    }
    return most;
  }

  /** Share of a stretch of the line y = slope · x + offset that is dark, 0 to 1. */
  private static double dark(
      FacePatch patch, double from, double to, double offset, double slope, double dark) {
    int hits = 0;
    int all = 0;
    for (double x = from; x <= to; x++) {
      int column = Math.clamp((long) x, 0, FacePatch.WIDTH - 1);
      int row = Math.clamp(Math.round(offset + slope * x), 0, FacePatch.HEIGHT - 1);
      hits += patch.luma(column, row) < dark ? 1 : 0;
      all++;
    }
    return all == 0 ? 0 : (double) hits / all;
  }

  @Override
  public String limit() {
    return Limits.most(mostDarkShare, " of a line across the eye dark");
  }
}
