package org.huizhi.check;

import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** The person's mask, asked in the shot's pixels whatever the mask's own size. */
final class PersonShape {
  private static final float PERSON = 0.5f;

  private final float[] mask;
  private final int columns;
  private final int rows;
  private final double scaleX;
  private final double scaleY;

  /**
   * @param mask CV_32FC1, 0 to 1
   */
  PersonShape(Mat mask, int shotWidthPx, int shotHeightPx) {
    if (mask.type() != CvType.CV_32FC1) {
      throw new IllegalArgumentException("a mask holds one float a pixel");
    }
    columns = mask.cols();
    rows = mask.rows();
    this.mask = new float[columns * rows];
    mask.get(0, 0, this.mask);
    scaleX = (double) columns / shotWidthPx;
    scaleY = (double) rows / shotHeightPx;
  }

  /** Whether a place of the shot, inside it or not, shows the person. */
  boolean holds(double x, double y) {
    int column = (int) Math.floor(x * scaleX);
    int row = (int) Math.floor(y * scaleY);
    return column >= 0
        && column < columns
        && row >= 0
        && row < rows
        && mask[row * columns + column] > PERSON;
  }

  /** How far the person reaches without a gap from a place to the left (−1) or right (1), px. */
  double reach(double x, double y, int direction) {
    double at = x;
    while (holds(at, y)) {
      at += direction / scaleX;
    }
    return Math.abs(at - x);
  }

  /** Share of a stretch of a row that shows the person, 0 to 1. */
  double share(double left, double right, double y) {
    int held = 0;
    int all = 0;
    for (double x = Math.max(0, left); x < Math.min(right, columns / scaleX); x += 1 / scaleX) {
      held += holds(x, y) ? 1 : 0;
      all++;
    }
    return all == 0 ? 0 : (double) held / all;
  }
}
