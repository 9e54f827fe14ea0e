package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/** Enough pixels on the face (ISO/IEC 39794-5). Measures the pixels between the pupils. */
record LowResolution(double leastPupilDistancePx) implements Check, OfPoints {
  @Override
  public Finding look(Shot shot) {
    double distance = shot.landmarks().pupilDistance();
    return distance >= leastPupilDistancePx
        ? new Met(distance)
        : new Missed(distance, Advice.COME_CLOSER, Places.face(shot));
  }

  @Override
  public String limit() {
    return Limits.least(leastPupilDistancePx, " px");
  }
}
