package org.huizhi.check;

import java.util.List;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.face.FaceBox;
import org.opencv.core.Point;

/**
 * Nobody else is in the picture (OFIQ 12, FICV 30). Measures the area of the largest other face
 * over that of the judged one.
 *
 * @param mostAreaShare other faces up to this are far behind and will be cut away
 * @param leastScore others that the finder is less sure of are patterns on cloth or wall
 */
record MultipleFaces(double mostAreaShare, double leastScore) implements Check, OfPoints {
  @Override
  public Finding look(Shot shot) {
    FaceBox own = shot.box();
    double largest = 0;
    List<Point> place = List.of();
    for (FaceBox box : shot.sighting().boxes()) {
      boolean other = box.overlap(own) < 0.3 && box.score() >= leastScore;
      if (other && box.area() / own.area() > largest) {
        largest = box.area() / own.area();
        place = Places.of(box);
      }
    }
    return largest <= mostAreaShare
        ? new Met(largest)
        : new Missed(largest, Advice.ONE_PERSON_ONLY, place);
  }

  @Override
  public String limit() {
    return Limits.most(mostAreaShare, " of the first face's area");
  }
}
