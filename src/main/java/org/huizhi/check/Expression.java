package org.huizhi.check;

import java.util.List;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.face.Landmarks;
import org.opencv.core.Point;

/**
 * The face is at rest (OFIQ 27): the mouth's corners are not drawn down, the lips not pursed, the
 * eyes not torn open. A slight smile with closed lips passes; one that shows teeth is MOUTH_OPEN.
 * Measures the largest of the three as a part of its limit.
 *
 * @param mostCornerDropInMouthWidths how far the corners may hang below the middle of the lips
 * @param leastMouthOverFaceWidth a narrower mouth is pursed
 * @param mostEyeOpening lid gap over eye width
 */
record Expression(
    double mostCornerDropInMouthWidths, double leastMouthOverFaceWidth, double mostEyeOpening)
    implements Check {
  @Override
  public Finding look(Shot shot) {
    Landmarks face = shot.landmarks();
    double width = Math.max(1, face.distance(61, 291));
    double drop = drop(shot.patch()) / mostCornerDropInMouthWidths;
    double pursed = leastMouthOverFaceWidth * face.distance(234, 454) / width;
    double torn = Math.max(shot.eyeOpening(true), shot.eyeOpening(false)) / mostEyeOpening;
    double worst = Math.max(drop, Math.max(pursed, torn));
    if (worst <= 1) {
      return new Met(worst);
    }
    List<Point> place = worst == torn ? FaceOutline.RIGHT_EYE.of(face) : FaceOutline.LIPS.of(face);
    return new Missed(worst, Advice.NEUTRAL_FACE, place);
  }

  /** On the upright patch, so that a tilted head does not drop a corner. */
  private static double drop(FacePatch patch) {
    double width = Math.hypot(patch.x(61) - patch.x(291), patch.y(61) - patch.y(291));
    double corners = (patch.y(61) + patch.y(291)) / 2;
    double middle = (patch.y(13) + patch.y(14)) / 2;
    return (corners - middle) / Math.max(1, width);
  }

  @Override
  public String limit() {
    return "≤ 1, where 1 is corners "
        + Limits.figure(mostCornerDropInMouthWidths)
        + " down, mouth "
        + Limits.figure(leastMouthOverFaceWidth)
        + " of the face's width, eyes open "
        + Limits.figure(mostEyeOpening);
  }
}
