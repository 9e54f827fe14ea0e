package org.huizhi.check;

import java.util.List;
import org.opencv.core.Point;

/** What one check says of one shot. Unseen is never passed. */
public sealed interface Finding {
  /** The rule holds. */
  record Met(double measured) implements Finding {}

  /**
   * The rule is broken.
   *
   * @param place corners of the place in the shot that shows it, in its pixels; may be empty
   */
  record Missed(double measured, Advice advice, List<Point> place) implements Finding {
    public Missed {
      place = List.copyOf(place);
    }

    public Missed(double measured, Advice advice) {
      this(measured, advice, List.of());
    }
  }

  /**
   * It could not be told.
   *
   * @param reason one English sentence for staff and reports
   */
  record Unseen(String reason) implements Finding {
    static final Unseen WITHOUT_PARTS =
        new Unseen("The picture was not searched for hair, skin, clothes and what is worn.");
  }
}
