package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/** A human face is in the picture (OFIQ 12). Measures how sure finder and landmarks are, 0 to 1. */
record NoFace(double leastScore) implements Check {
  @Override
  public Finding look(Shot shot) {
    double sure =
        shot.sighting()
            .face()
            .map(face -> Math.min(face.box().score(), face.landmarks().presence()))
            .orElse(0.0);
    return sure >= leastScore ? new Met(sure) : new Missed(sure, Advice.COME_INTO_VIEW);
  }

  @Override
  public String limit() {
    return Limits.least(leastScore, "");
  }
}
