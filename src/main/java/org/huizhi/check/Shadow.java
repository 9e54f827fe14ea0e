package org.huizhi.check;

import java.util.List;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.face.Landmarks;
import org.opencv.core.Point;

/**
 * The light is even (OFIQ 3, FICV 22). Measures how much darker the darker half of the face is,
 * left against right, and how much darker it is under the eyes than on the cheeks, as under a lamp
 * overhead: the worse of both, each over its limit.
 *
 * @param mostDifference between the halves: 0 when both are alike, towards 1 when one is black
 * @param mostUnderEyes the same for the darker eye against both cheeks
 */
record Shadow(double mostDifference, double mostUnderEyes) implements Check {
  private static final int BELOW_RIGHT_EYE = 119;
  private static final int BELOW_LEFT_EYE = 348;
  private static final int BRIDGE = 168;

  /** What is looked at under an eye reaches so far, in distances from the bridge to the chin. */
  private static final double ACROSS = 0.08;

  private static final double DOWN = 0.05;

  /**
   * How much darker a place is than it should be.
   *
   * @param amount in parts of its limit
   */
  private record Shade(double amount, List<Point> place) {}

  @Override
  public Finding look(Shot shot) {
    Shade half = darkerHalf(shot);
    Shade eye = darkerEye(shot);
    Shade worse = eye.amount > half.amount ? eye : half;
    return worse.amount <= 1
        ? new Met(worse.amount)
        : new Missed(worse.amount, Advice.EVEN_LIGHT, worse.place);
  }

  private Shade darkerHalf(Shot shot) {
    FacePatch patch = shot.patch();
    Area skin = shot.skin();
    double nose = (patch.x(BRIDGE) + patch.x(Landmarks.NOSE_TIP)) / 2;
    Area right = skin.where(at -> at % FacePatch.WIDTH < nose);
    double rightLight = right.mean(patch::luma);
    double leftLight = skin.without(right).mean(patch::luma);
    FaceOutline cheek = rightLight < leftLight ? FaceOutline.RIGHT_CHEEK : FaceOutline.LEFT_CHEEK;
    double darker = darker(Math.min(rightLight, leftLight), Math.max(rightLight, leftLight));
    return new Shade(darker / mostDifference, cheek.of(shot.landmarks()));
  }

  private Shade darkerEye(Shot shot) {
    FacePatch patch = shot.patch();
    double unit = patch.y(Landmarks.CHIN) - patch.y(BRIDGE);
    double across = ACROSS * unit;
    double down = DOWN * unit;
    double right = underEye(patch, BELOW_RIGHT_EYE, across, down);
    double left = underEye(patch, BELOW_LEFT_EYE, across, down);
    double cheeks =
        (middle(patch, patch.area(FaceOutline.RIGHT_CHEEK))
                + middle(patch, patch.area(FaceOutline.LEFT_CHEEK)))
            / 2;
    double x = patch.x(right < left ? BELOW_RIGHT_EYE : BELOW_LEFT_EYE);
    double y = patch.y(right < left ? BELOW_RIGHT_EYE : BELOW_LEFT_EYE);
    return new Shade(
        darker(Math.min(right, left), cheeks) / mostUnderEyes,
        Places.patchRectangle(patch, x - across, y - down, x + across, y + down));
  }

  private static double underEye(FacePatch patch, int below, double across, double down) {
    return middle(patch, Area.disk(patch.x(below), patch.y(below), across, down));
  }

  /** Not the mean: the rim of glasses is dark. */
  private static double middle(FacePatch patch, Area area) {
    return area.quantile(patch::luma, 0.5);
  }

  private static double darker(double dark, double bright) {
    return 1 - dark / Math.max(bright, 1e-6);
  }

  @Override
  public String limit() {
    return Limits.inParts(
        Limits.figure(mostDifference)
            + " between the halves, "
            + Limits.figure(mostUnderEyes)
            + " under the eyes");
  }
}
