package org.huizhi.face;

import org.opencv.core.Rect;

/**
 * What each place around a face shows: background, or which part of a person. Plain memory, asked
 * in the picture's pixels.
 */
public final class Parts {
  /** In the order in which the net counts them. */
  public enum Kind {
    BACKGROUND,
    HAIR,
    /** Neck, hands, arms, shoulders. */
    BODY_SKIN,
    /** With brows, eyes, mouth and beard. */
    FACE_SKIN,
    CLOTHES,
    /** Hats, masks, glasses, earrings, whatever is held before the face. */
    WORN
  }

  private final Kind[] kinds;
  private final int side;
  private final Rect region;

  /**
   * @param kinds each cell's, row by row; kept, not copied
   * @param side how many cells a row and a column have
   * @param region what of the picture they show
   */
  public Parts(Kind[] kinds, int side, Rect region) {
    this.kinds = kinds;
    this.side = side;
    this.region = region;
  }

  /** Whether a place of the picture was looked at. */
  public boolean holds(double x, double y) {
    return x >= region.x
        && y >= region.y
        && x < region.x + region.width
        && y < region.y + region.height;
  }

  /** What a place shows; background where nothing was looked at. */
  public Kind at(double x, double y) {
    if (!holds(x, y)) {
      return Kind.BACKGROUND;
    }
    int column = (int) ((x - region.x) * side / region.width);
    int row = (int) ((y - region.y) * side / region.height);
    return kinds[row * side + column];
  }
}
