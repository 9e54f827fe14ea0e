package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;

/**
 * The skin was not smoothed (照相指引: no retouching). A beauty filter wipes the grain of the cheeks
 * and keeps the eyes sharp: measures the grain of the skin over the fine detail of the eyes. A
 * small or blurred face has lost the grain of its skin by itself and is not asked.
 */
record Retouched(double leastGrainOverEyes) implements Check {
  @Override
  public Finding look(Shot shot) {
    FacePatch patch = shot.patch();
    Area eyes = patch.area(FaceOutline.RIGHT_EYE, 1.6).or(patch.area(FaceOutline.LEFT_EYE, 1.6));
    double light = Math.max(0.05, shot.skin().mean(patch::luma));
    double detail = Math.max(1e-4, eyes.mean(at -> Noise.step(patch, at)) / light);
    double ratio = Noise.grain(shot) / detail;
    return ratio >= leastGrainOverEyes
        ? new Met(ratio)
        : new Missed(ratio, Advice.ASK_STAFF, Places.face(shot));
  }

  @Override
  public String limit() {
    return Limits.least(leastGrainOverEyes, " of the eyes' detail");
  }
}
