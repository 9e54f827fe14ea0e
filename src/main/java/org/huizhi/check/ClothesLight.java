package org.huizhi.check;

import java.util.Optional;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;
import org.huizhi.face.Landmarks;
import org.opencv.core.Point;

/**
 * The clothes stand out from a white background (照相指引: no white clothes). Measures the share of the
 * shoulders that is nearly white.
 *
 * @param whiteLuminance from which clothes count as white, 0 to 1
 */
record ClothesLight(double mostWhiteShare, double whiteLuminance) implements Check {
  private static final double MOST_COLOUR = 0.12;

  @Override
  public Finding look(Shot shot) {
    Optional<PersonShape> person = shot.person();
    if (person.isEmpty()) {
      return new Unseen("The person was not outlined in this picture.");
    }
    Landmarks face = shot.landmarks();
    double unit = face.pupilDistance();
    Point chin = face.point(Landmarks.CHIN);
    Scene scene = shot.scene();
    int white = 0;
    int all = 0;
    double bottom = Math.min(shot.heightPx(), chin.y + 2 * unit);
    for (double y = chin.y + 0.8 * unit; y < bottom; y += scene.step()) {
      for (double far = 0.7 * unit; far < 1.8 * unit; far += scene.step()) {
        for (double x : new double[] {chin.x - far, chin.x + far}) {
          if (person.get().holds(x, y)) {
            all++;
            white += isWhite(scene, x, y) ? 1 : 0;
          }
        }
      }
    }
    if (all == 0) {
      return new Unseen("The shoulders are not in the picture.");
    }
    double share = (double) white / all;
    return share <= mostWhiteShare
        ? new Met(share)
        : new Missed(
            share,
            Advice.DARKER_CLOTHES,
            Places.rectangle(
                chin.x - 1.8 * unit, chin.y + 0.8 * unit, chin.x + 1.8 * unit, bottom));
  }

  private boolean isWhite(Scene scene, double x, double y) {
    int blue = scene.channel(x, y, 0);
    int green = scene.channel(x, y, 1);
    int red = scene.channel(x, y, 2);
    int range = Math.max(blue, Math.max(green, red)) - Math.min(blue, Math.min(green, red));
    return scene.luma(x, y) >= whiteLuminance && range <= MOST_COLOUR * 255;
  }

  @Override
  public String limit() {
    return Limits.most(mostWhiteShare, " of the shoulders white");
  }
}
