package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;
import org.huizhi.face.Parts;

/**
 * The brows are free (a rule of some halls). Measures how much of the worse brow lies under the
 * hair of the head.
 */
record BrowsHidden(double mostShare) implements Check {
  @Override
  public Finding look(Shot shot) {
    if (shot.parts().isEmpty()) {
      return Unseen.WITHOUT_PARTS;
    }
    double right = share(shot, FaceOutline.RIGHT_BROW);
    double left = share(shot, FaceOutline.LEFT_BROW);
    double worse = Math.max(right, left);
    FaceOutline brow = right > left ? FaceOutline.RIGHT_BROW : FaceOutline.LEFT_BROW;
    return worse <= mostShare
        ? new Met(worse)
        : new Missed(worse, Advice.CLEAR_HAIR, brow.of(shot.landmarks()));
  }

  private static double share(Shot shot, FaceOutline brow) {
    return new PartsPatch(shot.parts().orElseThrow(), shot.patch())
        .share(shot.patch().area(brow), Parts.Kind.HAIR);
  }

  @Override
  public String limit() {
    return Limits.most(mostShare, " of the brow under hair");
  }
}
