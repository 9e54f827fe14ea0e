package org.huizhi.check;

import java.util.Optional;
import java.util.OptionalDouble;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;
import org.huizhi.face.Landmarks;
import org.opencv.core.Point;

/**
 * The shoulders are level (照相指引). Measures, in degrees, the line between the tops of both
 * shoulders, each the mean height at which the person begins beside the neck. Positive when the
 * person's left shoulder is lower.
 */
record ShouldersTilted(double mostDegrees) implements Check, OfPoints {
  /** Between neck and arm, in pupil distances from the face's middle. */
  private static final double FROM = 1.3;

  private static final double TO = 1.9;
  private static final double STEP = 0.1;

  @Override
  public Finding look(Shot shot) {
    Optional<PersonShape> person = shot.person();
    if (person.isEmpty()) {
      return new Unseen("The person was not outlined in this picture.");
    }
    OptionalDouble right = top(shot, person.get(), -1);
    OptionalDouble left = top(shot, person.get(), 1);
    if (right.isEmpty() || left.isEmpty()) {
      return new Unseen("Both shoulders are not in the picture.");
    }
    Landmarks face = shot.landmarks();
    double across = (FROM + TO) * face.pupilDistance();
    double degrees = Math.toDegrees(Math.atan2(left.getAsDouble() - right.getAsDouble(), across));
    if (Math.abs(degrees) <= mostDegrees) {
      return new Met(degrees);
    }
    double middle = face.eyeMiddle().x;
    return new Missed(
        degrees,
        Advice.LEVEL_SHOULDERS,
        Places.rectangle(
            middle - across / 2,
            Math.min(left.getAsDouble(), right.getAsDouble()),
            middle + across / 2,
            Math.max(left.getAsDouble(), right.getAsDouble()) + face.pupilDistance() / 2));
  }

  /** The shoulder's mean height; empty when the picture ends before it begins. */
  private static OptionalDouble top(Shot shot, PersonShape person, int side) {
    Landmarks face = shot.landmarks();
    double unit = face.pupilDistance();
    Point chin = face.point(Landmarks.CHIN);
    double sum = 0;
    int count = 0;
    for (double far = FROM; far <= TO; far += STEP) {
      double x = face.eyeMiddle().x + side * far * unit;
      double y = chin.y - 0.3 * unit;
      double end = Math.min(shot.heightPx(), chin.y + 2.5 * unit);
      while (y < end && !person.holds(x, y)) {
        y += 0.02 * unit;
      }
      if (y >= end || x < 0 || x >= shot.widthPx()) {
        return OptionalDouble.empty();
      }
      sum += y;
      count++;
    }
    return OptionalDouble.of(sum / count);
  }

  @Override
  public String limit() {
    return "± " + Limits.degrees(mostDegrees);
  }
}
