package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;

/**
 * Nose, mouth and chin are not covered by a mask, scarf or hand (OFIQ 16, FICV 28). A covered mouth
 * shows no lips, redder than the skin around and than the bridge of the nose, and what covers it
 * differs in colour from that bridge. A beard covers neither the lips nor the nose. Measures how
 * much redder the lips are.
 *
 * @param leastLipRedness of the lips over the skin, as a share of the colour; see {@link Tone}
 * @param leastCoverDistance how far in colour a cover stands from the bridge of the nose
 * @param mostNoseDistance how far the tip of the nose may, whatever the lips
 */
record Occlusion(double leastLipRedness, double leastCoverDistance, double mostNoseDistance)
    implements Check {
  private static final int BRIDGE = 168;
  private static final int TIP = 4;
  private static final int PHILTRUM = 164;

  @Override
  public Finding look(Shot shot) {
    if (shot.isGray()) {
      return new Unseen("A picture without colour does not show what covers the mouth.");
    }
    FacePatch patch = shot.patch();
    Tone bridge = Tone.of(patch, disk(patch, BRIDGE, 5));
    Tone lips = Tone.of(patch, patch.area(FaceOutline.LIPS).without(patch.area(FaceOutline.MOUTH)));
    Tone around =
        Tone.of(
            patch,
            patch
                .area(FaceOutline.CHIN)
                .or(patch.area(FaceOutline.RIGHT_CHEEK))
                .or(patch.area(FaceOutline.LEFT_CHEEK)));
    double redness = Math.max(lips.redness() - around.redness(), lips.redness() - bridge.redness());
    double cover = Tone.of(patch, disk(patch, PHILTRUM, 4)).distance(bridge);
    double nose = Tone.of(patch, disk(patch, TIP, 7)).distance(bridge);
    boolean covered = redness < leastLipRedness && cover > leastCoverDistance;
    return covered || nose > mostNoseDistance
        ? new Missed(redness, Advice.UNCOVER_FACE, Places.lowerFace(shot))
        : new Met(redness);
  }

  private static Area disk(FacePatch patch, int landmark, double radius) {
    return Area.disk(patch.x(landmark), patch.y(landmark), radius, radius);
  }

  @Override
  public String limit() {
    return "lips " + Limits.least(leastLipRedness, " redder than the skin");
  }
}
