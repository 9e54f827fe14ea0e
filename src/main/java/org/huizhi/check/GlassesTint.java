package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;

/**
 * Lenses are clear (FICV 23). Measures how far in colour the skin below the eyes, where a lens
 * covers it, stands from the skin of the forehead and the lower cheek, whichever is nearer; in the
 * eye where it stands farther.
 */
record GlassesTint(double mostToneDistance) implements Check {
  @Override
  public Finding look(Shot shot) {
    if (shot.isGray()) {
      return new Unseen("A picture without colour does not show tinted lenses.");
    }
    FacePatch patch = shot.patch();
    Tone brow = Tone.of(patch, patch.area(FaceOutline.FOREHEAD));
    double worse = 0;
    FaceOutline eye = FaceOutline.RIGHT_EYE;
    for (boolean right : new boolean[] {true, false}) {
      FaceOutline cheek = right ? FaceOutline.RIGHT_CHEEK : FaceOutline.LEFT_CHEEK;
      double x = (patch.x(right ? 33 : 362) + patch.x(right ? 133 : 263)) / 2;
      double y = (patch.y(right ? 33 : 362) + patch.y(right ? 133 : 263)) / 2;
      Tone below = Tone.of(patch, Area.disk(x, y + 15, 11, 4));
      double far =
          Math.min(below.distance(Tone.of(patch, patch.area(cheek))), below.distance(brow));
      if (far > worse) {
        worse = far;
        eye = right ? FaceOutline.RIGHT_EYE : FaceOutline.LEFT_EYE;
      }
    }
    return worse <= mostToneDistance
        ? new Met(worse)
        : new Missed(worse, Advice.TAKE_OFF_GLASSES, eye.of(shot.landmarks()));
  }

  @Override
  public String limit() {
    return Limits.most(mostToneDistance, " of colour between lens and skin");
  }
}
