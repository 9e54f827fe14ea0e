package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/**
 * The picture has colours. Measures how much the skin's and lips' colour, red less green and green
 * less blue, varies, in 255ths over the mean luminance, so that a dark picture is not taken for a
 * grey one: a grey or tinted picture has one hue throughout.
 */
record Grayscale(double leastColour) implements Check {
  /** Below this, other checks do not trust a colour. */
  static final double TELLING = 12;

  /** The measure of a shot. */
  static double colour(Shot shot) {
    FacePatch patch = shot.patch();
    Area face = patch.area(FaceOutline.FACE);
    double spread =
        face.spread(at -> patch.red(at) - patch.green(at))
            + face.spread(at -> patch.green(at) - patch.blue(at));
    return spread / Math.max(0.01, face.mean(patch::luma));
  }

  @Override
  public Finding look(Shot shot) {
    double colour = shot.colour();
    return colour >= leastColour
        ? new Met(colour)
        : new Missed(colour, Advice.COLOUR_CAMERA, Places.face(shot));
  }

  @Override
  public String limit() {
    return Limits.least(leastColour, "");
  }
}
