package org.huizhi.check;

import java.util.Optional;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;
import org.huizhi.face.Landmarks;
import org.opencv.core.Point;

/**
 * The shoulders are covered (照相指引). Measures the share of both shoulders, beside the neck, that has
 * the colour and brightness of the cheeks. Beige clothes look the same: for staff.
 *
 * @param mostToneDistance how far in colour bare skin may stand from the cheeks; see {@link Tone}
 */
record BareShoulders(double mostSkinShare, double mostToneDistance) implements Check {
  @Override
  public Finding look(Shot shot) {
    Optional<PersonShape> person = shot.person();
    if (person.isEmpty() || shot.isGray()) {
      return new Unseen("Bare shoulders are told by the person's outline and colours.");
    }
    Landmarks face = shot.landmarks();
    double unit = face.pupilDistance();
    Point chin = face.point(Landmarks.CHIN);
    FacePatch patch = shot.patch();
    Area cheeks = patch.area(FaceOutline.RIGHT_CHEEK).or(patch.area(FaceOutline.LEFT_CHEEK));
    Tone skin = Tone.of(patch, cheeks);
    double light = cheeks.mean(patch::luma);
    Scene scene = shot.scene();
    int bare = 0;
    int all = 0;
    double bottom = Math.min(shot.heightPx(), chin.y + 1.6 * unit);
    for (double y = chin.y + 0.5 * unit; y < bottom; y += scene.step()) {
      for (double far = 0.9 * unit; far < 1.8 * unit; far += scene.step()) {
        for (double x : new double[] {chin.x - far, chin.x + far}) {
          if (person.get().holds(x, y)) {
            all++;
            double luma = scene.luma(x, y);
            bare +=
                scene.tone(x, y).distance(skin) < mostToneDistance
                        && luma > 0.5 * light
                        && luma < 1.4 * light
                    ? 1
                    : 0;
          }
        }
      }
    }
    if (all == 0) {
      return new Unseen("The shoulders are not in the picture.");
    }
    double share = (double) bare / all;
    return share <= mostSkinShare
        ? new Met(share)
        : new Missed(
            share,
            Advice.COVER_SHOULDERS,
            Places.rectangle(
                chin.x - 1.8 * unit, chin.y + 0.5 * unit, chin.x + 1.8 * unit, bottom));
  }

  @Override
  public String limit() {
    return Limits.most(mostSkinShare, " of the shoulders like skin");
  }
}
