package org.huizhi.check;

import java.util.Arrays;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.face.Landmarks;

/**
 * A human face is in the picture (OFIQ 12), not a drawn, carved or animal one as far as can be
 * told: living skin is redder than green in any complexion, and a human iris takes less than two
 * thirds of the eye. Measures how sure finder and landmarks are, 0 to 1.
 *
 * @param sureScore below it the finder has seen something like a face, and its skin must be redder
 * @param leastSkinRedness see {@link Tone}; not asked of a picture without colour
 * @param leastSkinRednessUnlessSure of a face below the sure score
 * @param mostIrisInEyeWidths of the wider iris
 */
record NoFace(
    double leastScore,
    double sureScore,
    double leastPresence,
    double leastSkinRedness,
    double leastSkinRednessUnlessSure,
    double mostIrisInEyeWidths)
    implements Check {
  private static final int BRIDGE = 168;
  private static final int BELOW_RIGHT_EYE = 119;
  private static final int BELOW_LEFT_EYE = 348;
  private static final double BURNT = 0.9;

  @Override
  public Finding look(Shot shot) {
    if (shot.sighting().face().isEmpty()) {
      return new Missed(0, Advice.COME_INTO_VIEW);
    }
    double score = shot.box().score();
    double presence = shot.landmarks().presence();
    double sure = Math.min(score, presence);
    double leastRedness = score >= sureScore ? leastSkinRedness : leastSkinRednessUnlessSure;
    boolean human =
        score >= leastScore
            && presence >= leastPresence
            && iris(shot.landmarks()) <= mostIrisInEyeWidths
            && (!showsColour(shot) || skinRedness(shot.patch()) >= leastRedness);
    return human ? new Met(sure) : new Missed(sure, Advice.COME_INTO_VIEW, Places.face(shot));
  }

  /** Neither a grey nor a burnt-out picture tells the colour of skin; other checks refuse those. */
  private static boolean showsColour(Shot shot) {
    return !shot.isGray() && shot.skin().mean(shot.patch()::luma) < BURNT;
  }

  /** The middle one of forehead, bridge of the nose and below the eyes: a fringe hides only one. */
  private static double skinRedness(FacePatch patch) {
    Area bridge = Area.disk(patch.x(BRIDGE), patch.y(BRIDGE), 6, 6);
    Area below =
        Area.disk(patch.x(BELOW_RIGHT_EYE), patch.y(BELOW_RIGHT_EYE), 6, 4)
            .or(Area.disk(patch.x(BELOW_LEFT_EYE), patch.y(BELOW_LEFT_EYE), 6, 4));
    double[] redness = {
      Tone.of(patch, patch.area(FaceOutline.FOREHEAD)).redness(),
      Tone.of(patch, bridge).redness(),
      Tone.of(patch, below).redness()
    };
    Arrays.sort(redness);
    return redness[1];
  }

  private static double iris(Landmarks face) {
    double right = face.distance(469, 471) / face.distance(33, 133);
    double left = face.distance(474, 476) / face.distance(362, 263);
    return Math.max(right, left);
  }

  @Override
  public String limit() {
    return Limits.least(leastScore, "")
        + ", human skin "
        + Limits.least(leastSkinRedness, " red")
        + ", iris "
        + Limits.most(mostIrisInEyeWidths, " of the eye");
  }
}
