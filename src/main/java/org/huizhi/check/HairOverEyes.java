package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/**
 * No hair lies over the eyes: the zone around each, its box and a twentieth of the pupils' distance
 * (the eye visibility zone of ISO/IEC 39794-5, FICV 15), is skin. Measures the share of the worse
 * zone, without eye and brow, that is as dark as hair. Even special systems miss one case in eight:
 * for staff.
 *
 * @param hairOverSkin what is darker than this, over the skin, is taken for hair
 */
record HairOverEyes(double mostShare, double hairOverSkin) implements Check {
  private static final double MARGIN = FacePatch.PUPILS / 20.0;

  /** Lashes and the fold of the lid lie close around the opening. */
  private static final double LASHES = 1.5;

  @Override
  public Finding look(Shot shot) {
    double right = share(shot, FaceOutline.RIGHT_EYE, FaceOutline.RIGHT_BROW);
    double left = share(shot, FaceOutline.LEFT_EYE, FaceOutline.LEFT_BROW);
    double worse = Math.max(right, left);
    FaceOutline eye = right > left ? FaceOutline.RIGHT_EYE : FaceOutline.LEFT_EYE;
    return worse <= mostShare
        ? new Met(worse)
        : new Missed(worse, Advice.CLEAR_HAIR, eye.of(shot.landmarks()));
  }

  private double share(Shot shot, FaceOutline eye, FaceOutline brow) {
    FacePatch patch = shot.patch();
    double skin = shot.skin().mean(patch::luma);
    double left = FacePatch.WIDTH;
    double right = 0;
    double top = FacePatch.HEIGHT;
    double bottom = 0;
    for (int i = 0; i < eye.size(); i++) {
      left = Math.min(left, patch.x(eye.point(i)) - MARGIN);
      right = Math.max(right, patch.x(eye.point(i)) + MARGIN);
      top = Math.min(top, patch.y(eye.point(i)) - 2 * MARGIN);
      bottom = Math.max(bottom, patch.y(eye.point(i)) + 2 * MARGIN);
    }
    return Area.rectangle(left, top, right, bottom)
        .without(patch.area(eye, LASHES), patch.area(brow))
        .share(at -> patch.luma(at) < hairOverSkin * skin);
  }

  @Override
  public String limit() {
    return Limits.most(mostShare, " of the eye's zone dark");
  }
}
