package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/** The head is not tilted (ISO/IEC 19794-5 §7.2.2, FICV 18); positive clockwise in the picture. */
record PoseRoll(double mostDegrees) implements Check, OfPoints {
  @Override
  public Finding look(Shot shot) {
    double degrees = shot.face().pose().rollDegrees();
    if (Math.abs(degrees) <= mostDegrees) {
      return new Met(degrees);
    }
    return new Missed(degrees, Advice.STRAIGHTEN_HEAD, Places.face(shot));
  }

  @Override
  public String limit() {
    return "± " + Limits.degrees(mostDegrees);
  }
}
