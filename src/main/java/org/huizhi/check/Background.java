package org.huizhi.check;

import java.util.Optional;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;
import org.huizhi.face.Landmarks;
import org.opencv.core.Point;

/**
 * The wall behind the head is even and plain (OFIQ 2, FICV 17, 21). Measures the standard deviation
 * of luminance and colour over what the photo will show beside the head and is not the person.
 *
 * @param clearOfPersonInPupils how far from the person's outline the wall begins: shadows count,
 *     hair does not
 */
record Background(double mostSpread, double clearOfPersonInPupils) implements Check {
  private static final double SIDE = 1.8;
  private static final double ABOVE = 2.0;
  private static final int LEAST_SAMPLES = 50;

  @Override
  public Finding look(Shot shot) {
    Optional<PersonShape> person = shot.person();
    if (person.isEmpty()) {
      return new Unseen("The person was not outlined in this picture.");
    }
    Landmarks face = shot.landmarks();
    double unit = face.pupilDistance();
    Point eyes = face.eyeMiddle();
    double left = Math.max(0, eyes.x - SIDE * unit);
    double right = Math.min(shot.widthPx(), eyes.x + SIDE * unit);
    double top = Math.max(0, eyes.y - ABOVE * unit);
    double bottom = Math.min(shot.heightPx(), face.point(Landmarks.CHIN).y);
    Spread spread = new Spread();
    double step = shot.scene().step();
    for (double y = top; y < bottom; y += step) {
      for (double x = left; x < right; x += step) {
        if (isWall(person.get(), x, y, clearOfPersonInPupils * unit)) {
          spread.add(shot.scene(), x, y);
        }
      }
    }
    if (spread.count < LEAST_SAMPLES) {
      return new Unseen("The head leaves too little of the wall to be seen.");
    }
    double measured = spread.value();
    return measured <= mostSpread
        ? new Met(measured)
        : new Missed(measured, Advice.PLAIN_BACKGROUND, Places.rectangle(left, top, right, bottom));
  }

  private static boolean isWall(PersonShape person, double x, double y, double clear) {
    return !person.holds(x, y)
        && !person.holds(x - clear, y)
        && !person.holds(x + clear, y)
        && !person.holds(x, y + clear);
  }

  /** Sums for the standard deviation of the three channels, each 0 to 1. */
  private static final class Spread {
    private final double[] sum = new double[3];
    private final double[] squares = new double[3];
    private int count;

    void add(Scene scene, double x, double y) {
      for (int i = 0; i < 3; i++) {
        double value = scene.channel(x, y, i) / 255.0;
        sum[i] += value;
        squares[i] += value * value;
      }
      count++;
    }

    double value() {
      double variance = 0;
      for (int i = 0; i < 3; i++) {
        double mean = sum[i] / count;
        variance += Math.max(0, squares[i] / count - mean * mean) / 3;
      }
      return Math.sqrt(variance);
    }
  }

  @Override
  public String limit() {
    return Limits.most(mostSpread, " of spread");
  }
}
