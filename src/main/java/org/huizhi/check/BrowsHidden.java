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
    return shot.parts().<Finding>map(parts -> look(shot, parts)).orElse(Unseen.WITHOUT_PARTS);
  }

  private Finding look(Shot shot, PartsPatch parts) {
    FacePatch patch = shot.patch();
    double right = parts.share(patch.area(FaceOutline.RIGHT_BROW), Parts.Kind.HAIR);
    double left = parts.share(patch.area(FaceOutline.LEFT_BROW), Parts.Kind.HAIR);
    double worse = Math.max(right, left);
    FaceOutline brow = right > left ? FaceOutline.RIGHT_BROW : FaceOutline.LEFT_BROW;
    return worse <= mostShare
        ? new Met(worse)
        : new Missed(worse, Advice.CLEAR_HAIR, brow.of(shot.landmarks()));
  }

  @Override
  public String limit() {
    return Limits.most(mostShare, " of the brow under hair");
  }
}
