package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;

/**
 * Nose, mouth and chin are not covered by a mask, scarf or hand (OFIQ 16, FICV 28). A covered mouth
 * shows no lips, redder than the skin around and than the bridge of the nose, and what covers it
 * differs in colour from that bridge; a coloured one has a hue that no skin or hair has. A beard
 * covers neither the lips nor the nose. Measures how much redder the lips are.
 *
 * @param leastLipRedness of the lips over the skin, as a share of the colour; see {@link Tone}
 * @param leastCoverDistance how far in colour a cover stands from the bridge of the nose
 * @param mostNoseDistance how far the tip of the nose may, whatever the lips
 * @param mostForeignShare how much of the face around the mouth may have such a hue
 */
record Occlusion(
    double leastLipRedness,
    double leastCoverDistance,
    double mostNoseDistance,
    double mostForeignShare)
    implements Check {
  private static final int BRIDGE = 168;
  private static final int TIP = 4;
  private static final int PHILTRUM = 164;

  /** The hue of what is darker is noise. */
  private static final double DARK = 0.1;

  /** How far a hue may stand from what lies between grey and skin, in shares of {@link Tone}. */
  private static final double SKIN_WIDTH = 0.05;

  /** How much more colour than the bridge of the nose skin may have, in the shade or red. */
  private static final double MOST_COLOUR = 1.8;

  private static final double GREY = 1 / 3.0;

  /**
   * Around the mouth, in patch pixels and shares: clear of nostrils, of the face's edge, of lips.
   */
  private static final double UNDER_TIP = 6;

  private static final double WITHIN_FACE = 0.95;
  private static final double AROUND_LIPS = 1.25;

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
    return covered || nose > mostNoseDistance || foreign(patch, bridge) > mostForeignShare
        ? new Missed(redness, Advice.UNCOVER_FACE, Places.lowerFace(shot))
        : new Met(redness);
  }

  /**
   * Share of the face around the mouth whose hue is neither skin's nor hair's: both lie between
   * grey and the bridge of the nose, or beyond it.
   */
  private static double foreign(FacePatch patch, Tone bridge) {
    double tip = patch.y(TIP) + UNDER_TIP;
    Area around =
        patch
            .area(FaceOutline.FACE, WITHIN_FACE)
            .where(at -> Math.floorDiv(at, FacePatch.WIDTH) > tip)
            .without(patch.area(FaceOutline.LIPS, AROUND_LIPS));
    double red = bridge.redShare() - GREY;
    double green = bridge.greenShare() - GREY;
    double length = Math.max(1e-6, red * red + green * green);
    return around.share(
        at -> {
          Tone tone = Tone.at(patch, at);
          double across = tone.redShare() - GREY;
          double up = tone.greenShare() - GREY;
          double along = Math.clamp((across * red + up * green) / length, 0, MOST_COLOUR);
          return patch.luma(at) >= DARK
              && Math.hypot(across - along * red, up - along * green) > SKIN_WIDTH;
        });
  }

  private static Area disk(FacePatch patch, int landmark, double radius) {
    return Area.disk(patch.x(landmark), patch.y(landmark), radius, radius);
  }

  @Override
  public String limit() {
    return "lips "
        + Limits.least(leastLipRedness, " redder than the skin")
        + ", nose "
        + Limits.most(mostNoseDistance, " from its bridge")
        + ", "
        + Limits.most(mostForeignShare, " of another hue around the mouth");
  }
}
