package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/**
 * The head is neither raised nor lowered (ISO/IEC 19794-5 §7.2.2, FICV 18); positive with the chin
 * raised. The weakest of the three angles, so raised and lowered have limits of their own.
 */
record PosePitch(double mostRaisedDegrees, double mostLoweredDegrees) implements Check, OfPoints {
  @Override
  public Finding look(Shot shot) {
    double degrees = shot.face().pose().pitchDegrees();
    if (degrees > mostRaisedDegrees) {
      return new Missed(degrees, Advice.LOWER_CHIN, Places.face(shot));
    }
    return degrees >= -mostLoweredDegrees
        ? new Met(degrees)
        : new Missed(degrees, Advice.RAISE_CHIN, Places.face(shot));
  }

  @Override
  public String limit() {
    return "−" + Limits.degrees(mostLoweredDegrees) + " … +" + Limits.degrees(mostRaisedDegrees);
  }
}
