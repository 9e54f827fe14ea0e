package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/**
 * The light is even (OFIQ 3, FICV 22). Measures how much darker the darker half of the face is,
 * left against right: 0 when both are alike, towards 1 when one is black.
 */
record Shadow(double mostDifference) implements Check {
  @Override
  public Finding look(Shot shot) {
    FacePatch patch = shot.patch();
    Area skin = shot.skin();
    double nose = (patch.x(168) + patch.x(1)) / 2;
    Area right = skin.where(at -> at % FacePatch.WIDTH < nose);
    double rightLight = right.mean(patch::luma);
    double leftLight = skin.without(right).mean(patch::luma);
    double brighter = Math.max(Math.max(rightLight, leftLight), 1e-6);
    double difference = 1 - Math.min(rightLight, leftLight) / brighter;
    FaceOutline darker = rightLight < leftLight ? FaceOutline.RIGHT_CHEEK : FaceOutline.LEFT_CHEEK;
    return difference <= mostDifference
        ? new Met(difference)
        : new Missed(difference, Advice.EVEN_LIGHT, darker.of(shot.landmarks()));
  }

  @Override
  public String limit() {
    return Limits.most(mostDifference, " between the halves");
  }
}
