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
    implements Check, OfPoints {
  @Override
  public Finding look(Shot shot) {
    Landmarks face = shot.landmarks();
    double width = Math.max(1, face.distance(61, 291));
    double drop = drop(face) / mostCornerDropInMouthWidths;
    double pursed = leastMouthOverFaceWidth * face.distance(234, 454) / width;
    double torn = Math.max(shot.eyeOpening(true), shot.eyeOpening(false)) / mostEyeOpening;
    double worst = Math.max(drop, Math.max(pursed, torn));
    if (worst <= 1) {
      return new Met(worst);
    }
    List<Point> place = worst == torn ? FaceOutline.RIGHT_EYE.of(face) : FaceOutline.LIPS.of(face);
    return new Missed(worst, Advice.NEUTRAL_FACE, place);
  }

  /** Along the upright of a tilted head, which would drop a corner otherwise. */
  private static double drop(Landmarks face) {
    double corners = (below(face, 61) + below(face, 291)) / 2;
    double middle = (below(face, 13) + below(face, 14)) / 2;
    return (corners - middle) / Math.max(1, face.distance(61, 291));
  }

  private static double below(Landmarks face, int landmark) {
    Point right = face.point(Landmarks.RIGHT_PUPIL);
    Point left = face.point(Landmarks.LEFT_PUPIL);
    double across = left.x - right.x;
    double down = left.y - right.y;
    return (across * face.y(landmark) - down * face.x(landmark))
        / Math.max(1, Math.hypot(across, down));
  }

  @Override
  public String limit() {
    return Limits.inParts(
        "corners "
            + Limits.figure(mostCornerDropInMouthWidths)
            + " down, mouth "
            + Limits.figure(leastMouthOverFaceWidth)
            + " of the face's width, eyes open "
            + Limits.figure(mostEyeOpening));
  }
}
