package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;
import org.huizhi.face.Parts;

/**
 * No hair lies over the eyes: the zone around each, its box and a twentieth of the pupils' distance
 * (the eye visibility zone of ISO/IEC 39794-5, FICV 15), is free. Measures how much of the worse
 * zone is hair. Even special systems miss one case in eight: for staff.
 */
record HairOverEyes(double mostShare) implements Check {
  private static final double MARGIN = FacePatch.PUPILS / 20.0;

  @Override
  public Finding look(Shot shot) {
    return shot.parts().<Finding>map(parts -> look(shot, parts)).orElse(Unseen.WITHOUT_PARTS);
  }

  private Finding look(Shot shot, PartsPatch parts) {
    double right = parts.share(zone(shot.patch(), FaceOutline.RIGHT_EYE), Parts.Kind.HAIR);
    double left = parts.share(zone(shot.patch(), FaceOutline.LEFT_EYE), Parts.Kind.HAIR);
    double worse = Math.max(right, left);
    FaceOutline eye = right > left ? FaceOutline.RIGHT_EYE : FaceOutline.LEFT_EYE;
    return worse <= mostShare
        ? new Met(worse)
        : new Missed(worse, Advice.CLEAR_HAIR, eye.of(shot.landmarks()));
  }

  private static Area zone(FacePatch patch, FaceOutline eye) {
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
    return Area.rectangle(left, top, right, bottom);
  }

  @Override
  public String limit() {
    return Limits.most(mostShare, " of the eye's zone hair");
  }
}
