package org.huizhi.check;

import java.util.ArrayList;
import java.util.List;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.opencv.core.Point;

/**
 * The eyes are not behind dark lenses (FICV 23). Measures how bright the skin around the brighter
 * eye is, over the face's skin; and, for mirrored lenses, the skin just below the eye.
 */
record Sunglasses(double leastEyeZoneOverSkin, double leastBelowEyeOverSkin) implements Check {
  @Override
  public Finding look(Shot shot) {
    FacePatch patch = shot.patch();
    double skin = Math.max(0.01, shot.skin().mean(patch::luma));
    double around = 0;
    double below = 0;
    for (boolean right : new boolean[] {true, false}) {
      double x = (patch.x(right ? 33 : 362) + patch.x(right ? 133 : 263)) / 2;
      double y = (patch.y(right ? 33 : 362) + patch.y(right ? 133 : 263)) / 2;
      around = Math.max(around, Area.disk(x, y + 6, 16, 11).mean(patch::luma) / skin);
      below = Math.max(below, Area.disk(x, y + 18, 12, 4).mean(patch::luma) / skin);
    }
    if (around >= leastEyeZoneOverSkin && below >= leastBelowEyeOverSkin) {
      return new Met(around);
    }
    List<Point> place = new ArrayList<>(FaceOutline.RIGHT_EYE.of(shot.landmarks()));
    place.addAll(FaceOutline.LEFT_EYE.of(shot.landmarks()));
    return new Missed(around, Advice.TAKE_OFF_GLASSES, place);
  }

  @Override
  public String limit() {
    return Limits.least(leastEyeZoneOverSkin, " of the skin's brightness");
  }
}
