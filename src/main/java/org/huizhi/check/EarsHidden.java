package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;

/**
 * Both ears show (a rule of some halls). Measures the share of the place of the worse ear, just
 * outside the face between eyes and lips, that has the colour and brightness of the cheek. A wall
 * of the colour of skin looks like ears.
 *
 * @param mostToneDistance how far in colour an ear may stand from the cheek; see {@link Tone}
 */
record EarsHidden(double leastShare, double mostToneDistance) implements Check {
  private static final double NEAR = 2;
  private static final double FAR = 11;

  @Override
  public Finding look(Shot shot) {
    if (shot.isGray()) {
      return new Unseen("A picture without colour does not tell ears from hair.");
    }
    double right = share(shot, 234, -1, FaceOutline.RIGHT_CHEEK);
    double left = share(shot, 454, 1, FaceOutline.LEFT_CHEEK);
    double worse = Math.min(right, left);
    FaceOutline cheek = right < left ? FaceOutline.RIGHT_CHEEK : FaceOutline.LEFT_CHEEK;
    return worse >= leastShare
        ? new Met(worse)
        : new Missed(worse, Advice.CLEAR_HAIR, cheek.of(shot.landmarks()));
  }

  private double share(Shot shot, int edge, int side, FaceOutline beside) {
    FacePatch patch = shot.patch();
    Area cheek = patch.area(beside);
    Tone skin = Tone.of(patch, cheek);
    double light = cheek.mean(patch::luma);
    double x = patch.x(edge);
    double y = patch.y(edge);
    double near = x + side * NEAR;
    double far = x + side * FAR;
    return Area.rectangle(Math.min(near, far), y - 8, Math.max(near, far), y + 18)
        .share(
            at ->
                Tone.at(patch, at).distance(skin) < mostToneDistance
                    && patch.luma(at) > 0.45 * light
                    && patch.luma(at) < 1.6 * light);
  }

  @Override
  public String limit() {
    return Limits.least(leastShare, " of the ear's place like the cheek");
  }
}
