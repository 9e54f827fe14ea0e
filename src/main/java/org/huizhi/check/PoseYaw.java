package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/**
 * The head is not turned to a side (ISO/IEC 19794-5 §7.2.2, FICV 18); positive to the person's
 * left.
 */
record PoseYaw(double mostDegrees) implements Check, OfPoints {
  @Override
  public Finding look(Shot shot) {
    double degrees = shot.face().pose().yawDegrees();
    if (Math.abs(degrees) <= mostDegrees) {
      return new Met(degrees);
    }
    return new Missed(
        degrees, degrees > 0 ? Advice.TURN_RIGHT : Advice.TURN_LEFT, Places.face(shot));
  }

  @Override
  public String limit() {
    return "± " + Limits.degrees(mostDegrees);
  }
}
