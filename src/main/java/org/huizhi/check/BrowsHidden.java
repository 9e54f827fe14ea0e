package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/**
 * The brows are free (a rule of some halls). Measures the share of a strip just above the worse
 * brow that is as dark as hair: a fringe that hides a brow comes down across that strip.
 *
 * @param hairOverSkin what is darker than this, over the skin, is taken for hair
 */
record BrowsHidden(double mostShare, double hairOverSkin) implements Check {
  private static final int[] RIGHT = {70, 63, 105, 66, 107};
  private static final int[] LEFT = {300, 293, 334, 296, 336};
  private static final double FROM = 4;
  private static final double TO = 10;

  @Override
  public Finding look(Shot shot) {
    double right = share(shot, RIGHT);
    double left = share(shot, LEFT);
    double worse = Math.max(right, left);
    FaceOutline brow = right > left ? FaceOutline.RIGHT_BROW : FaceOutline.LEFT_BROW;
    return worse <= mostShare
        ? new Met(worse)
        : new Missed(worse, Advice.CLEAR_HAIR, brow.of(shot.landmarks()));
  }

  private double share(Shot shot, int[] upperEdge) {
    FacePatch patch = shot.patch();
    int count = upperEdge.length;
    double[] x = new double[2 * count];
    double[] y = new double[2 * count];
    for (int i = 0; i < count; i++) {
      x[i] = patch.x(upperEdge[i]);
      y[i] = patch.y(upperEdge[i]) - FROM;
      x[2 * count - 1 - i] = x[i];
      y[2 * count - 1 - i] = patch.y(upperEdge[i]) - TO;
    }
    double skin = shot.skin().mean(patch::luma);
    return Area.within(x, y).share(at -> patch.luma(at) < hairOverSkin * skin);
  }

  @Override
  public String limit() {
    return Limits.most(mostShare, " of the strip above the brow dark");
  }
}
