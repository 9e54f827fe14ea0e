package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/**
 * The head is near enough for a sharp photo and far enough to fit. Measures the pupil distance in
 * pixels.
 *
 * @param mostHeightShare how much of the shot's height the photo's frame may fill: beyond it a
 *     small step would cut the head
 * @param photoHeightInPupils the photo's height in pupil distances
 */
record FaceDistance(double leastPupilDistancePx, double mostHeightShare, double photoHeightInPupils)
    implements Check, OfPoints {
  @Override
  public Finding look(Shot shot) {
    double distance = shot.landmarks().pupilDistance();
    if (distance < leastPupilDistancePx) {
      return new Missed(distance, Advice.COME_CLOSER, Places.face(shot));
    }
    return distance <= most(shot)
        ? new Met(distance)
        : new Missed(distance, Advice.MOVE_BACK, Places.face(shot));
  }

  private double most(Shot shot) {
    return mostHeightShare * shot.heightPx() / photoHeightInPupils;
  }

  @Override
  public String limit() {
    return Limits.least(leastPupilDistancePx, " px")
        + ", photo "
        + Limits.most(100 * mostHeightShare, " % of the shot's height");
  }
}
