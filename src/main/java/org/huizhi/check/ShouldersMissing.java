package org.huizhi.check;

import java.util.Optional;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;
import org.huizhi.face.Landmarks;
import org.opencv.core.Point;

/**
 * Both shoulders are in the picture (照相指引). Measures how far, in pupil distances, the person
 * reaches to the narrower side of the face's middle, at the widest place below the chin.
 *
 * @param leastBelowChinInPupils what must be seen below the chin for shoulders to be there
 * @param leastReachInPupils the narrower shoulder
 */
record ShouldersMissing(double leastBelowChinInPupils, double leastReachInPupils)
    implements Check, OfPoints {
  /** A person's shoulders begin within this many pupil distances below the chin. */
  private static final double DEEPEST = 1.6;

  private static final double STEP = 0.1;

  @Override
  public Finding look(Shot shot) {
    Landmarks face = shot.landmarks();
    double unit = face.pupilDistance();
    Point chin = face.point(Landmarks.CHIN);
    double below = (shot.heightPx() - chin.y) / unit;
    Advice advice = Advice.SHOW_SHOULDERS;
    var place =
        Places.rectangle(0, Math.min(chin.y, shot.heightPx() - 1), shot.widthPx(), shot.heightPx());
    if (below < leastBelowChinInPupils) {
      return new Missed(0, advice, place);
    }
    Optional<PersonShape> person = shot.person();
    if (person.isEmpty()) {
      return new Unseen("The person was not outlined in this picture.");
    }
    double reach = 0;
    for (double depth = 0.3; depth < Math.min(DEEPEST, below); depth += STEP) {
      double y = chin.y + depth * unit;
      reach =
          Math.max(
              reach,
              Math.min(
                      person.get().reach(face.eyeMiddle().x, y, -1),
                      person.get().reach(face.eyeMiddle().x, y, 1))
                  / unit);
    }
    return reach >= leastReachInPupils ? new Met(reach) : new Missed(reach, advice, place);
  }

  @Override
  public String limit() {
    return Limits.least(leastReachInPupils, " pupil distances to each side");
  }
}
