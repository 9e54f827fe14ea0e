package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;
import org.huizhi.face.Landmarks;
import org.huizhi.face.Parts;

/**
 * Nothing is worn on the head (OFIQ 28, FICV 27). Measures how much of what is seen of the head
 * over the forehead is neither hair nor skin but worn, or clothes: a hat, a hood, a cloth.
 */
record Headgear(double mostShare) implements Check {
  /** Where it looks, from the forehead's upper end, in pixels of {@link FacePatch}. */
  private static final double HALF_WIDTH = 58;

  private static final double UP = 64;
  private static final double DOWN = 4;

  /** A head of which less of this place is seen counts as if it were this much. */
  private static final double LEAST_SEEN = 0.1;

  @Override
  public Finding look(Shot shot) {
    return shot.parts().<Finding>map(parts -> look(shot, parts)).orElse(Unseen.WITHOUT_PARTS);
  }

  private Finding look(Shot shot, PartsPatch parts) {
    double x = shot.patch().x(Landmarks.FOREHEAD_TOP);
    double y = shot.patch().y(Landmarks.FOREHEAD_TOP);
    Area over = Area.rectangle(x - HALF_WIDTH, y - UP, x + HALF_WIDTH, y + DOWN);
    double worn = parts.share(over, Parts.Kind.WORN, Parts.Kind.CLOTHES);
    double seen = 1 - parts.share(over, Parts.Kind.BACKGROUND);
    double share = worn / Math.max(LEAST_SEEN, seen);
    return share <= mostShare
        ? new Met(share)
        : new Missed(
            share,
            Advice.TAKE_OFF_HAT,
            Places.patchRectangle(shot.patch(), x - HALF_WIDTH, y - UP, x + HALF_WIDTH, y + DOWN));
  }

  @Override
  public String limit() {
    return Limits.most(mostShare, " of the head over the forehead worn");
  }
}
