package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.face.Landmarks;

/**
 * Nothing is worn on the head (OFIQ 28, FICV 27), as far as its colour tells: hair is dark, or
 * redder than green like the skin, and so is a bald head. Measures the redness above the forehead.
 * A dark cap looks like dark hair, and white hair like a white hat: staff decide.
 *
 * @param leastRedness see {@link Tone}
 * @param darkHairOverSkin what is darker than this, over the skin, is taken for hair
 */
record Headgear(double leastRedness, double darkHairOverSkin) implements Check {
  private static final double HALF_WIDTH = 26;
  private static final double FROM = 14;
  private static final double TO = 28;

  @Override
  public Finding look(Shot shot) {
    if (shot.isGray()) {
      return new Finding.Unseen("A picture without colour does not tell hair from a hat.");
    }
    FacePatch patch = shot.patch();
    double x = patch.x(Landmarks.FOREHEAD_TOP);
    double y = patch.y(Landmarks.FOREHEAD_TOP);
    Area above = Area.rectangle(x - HALF_WIDTH, y - TO, x + HALF_WIDTH, y - FROM);
    double skin = shot.skin().mean(patch::luma);
    double redness = Tone.of(patch, above).redness();
    boolean bright = above.mean(patch::luma) >= darkHairOverSkin * skin;
    return !bright || redness >= leastRedness
        ? new Met(redness)
        : new Missed(
            redness,
            Advice.TAKE_OFF_HAT,
            Places.patchRectangle(patch, x - HALF_WIDTH, y - TO, x + HALF_WIDTH, y - FROM));
  }

  @Override
  public String limit() {
    return Limits.least(leastRedness, " red above the forehead, unless dark");
  }
}
