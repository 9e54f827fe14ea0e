package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.opencv.core.Point;

/**
 * The head stands where the photo can be cut around it. Measures how far, in pupil distances, the
 * eyes are from where they may be: 0 when the photo's frame lies inside the shot.
 *
 * @param sideInPupils room that the photo needs beside the middle between the pupils
 * @param aboveInPupils room that it needs above the eyes
 * @param belowInPupils room that it needs below the eyes
 * @param mostMissingInPupils how much of that room may be missing
 */
record FacePosition(
    double sideInPupils, double aboveInPupils, double belowInPupils, double mostMissingInPupils)
    implements Check, OfPoints {
  @Override
  public Finding look(Shot shot) {
    Point eyes = shot.landmarks().eyeMiddle();
    double unit = shot.landmarks().pupilDistance();
    double left = sideInPupils - eyes.x / unit;
    double right = sideInPupils - (shot.widthPx() - eyes.x) / unit;
    double above = aboveInPupils - eyes.y / unit;
    double below = belowInPupils - (shot.heightPx() - eyes.y) / unit;
    double worst = Math.max(0, Math.max(Math.max(left, right), Math.max(above, below)));
    if (worst <= mostMissingInPupils) {
      return new Met(worst);
    }
    // The picture is not mirrored: who stands near its left edge must move to their own left.
    Advice advice =
        worst == left
            ? Advice.MOVE_LEFT
            : worst == right
                ? Advice.MOVE_RIGHT
                : worst == above ? Advice.MOVE_DOWN : Advice.MOVE_UP;
    return new Missed(worst, advice, Places.face(shot));
  }

  @Override
  public String limit() {
    return Limits.most(mostMissingInPupils, " pupil distances missing");
  }
}
