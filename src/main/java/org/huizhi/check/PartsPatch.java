package org.huizhi.check;

import java.util.EnumSet;
import java.util.Set;
import org.huizhi.face.Parts;
import org.opencv.core.Point;

/** The person's parts where the pixels of a face's patch stand. */
record PartsPatch(Parts parts, FacePatch patch) {
  /**
   * How much of an area is of these kinds, 0 to 1. What lies outside the picture is not counted;
   * nothing is when all of it does.
   */
  double share(Area area, Parts.Kind first, Parts.Kind... more) {
    Set<Parts.Kind> kinds = EnumSet.of(first, more);
    return area.where(this::looked).share(at -> kinds.contains(kind(at)));
  }

  private boolean looked(int at) {
    Point place = place(at);
    return parts.holds(place.x, place.y);
  }

  private Parts.Kind kind(int at) {
    Point place = place(at);
    return parts.at(place.x, place.y);
  }

  private Point place(int at) {
    return patch.inPicture(at % FacePatch.WIDTH, Math.floorDiv(at, FacePatch.WIDTH));
  }
}
