package org.huizhi.face;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;

/**
 * Where the head is, in pixels of the picture: what a document's geometry is about.
 *
 * @param hairTopY the highest hair
 * @param crownY the top of the head with its hair, single strands left out; never above hairTopY
 * @param headLeftX left end of the widest extent of the head with hair and ears, between crown and
 *     mouth
 * @param faceLeftX left end of the face from cheek to cheek
 * @param topCut the head reaches the picture's upper edge
 * @param uncertaintyPx how far crown, chin and sides may be off, one standard deviation
 */
public record HeadMeasure(
    double hairTopY,
    double crownY,
    Point chin,
    double headLeftX,
    double headRightX,
    double faceLeftX,
    double faceRightX,
    Point rightPupil,
    Point leftPupil,
    boolean topCut,
    double uncertaintyPx) {
  /** Mask values above this count as the head. */
  private static final double HEAD = 0.5;

  /** The crown is the first row this wide, as a share of the face's width: strands are narrower. */
  private static final double CROWN_WIDTH = 0.12;

  private static final int RIGHT_CHEEK = 234;
  private static final int LEFT_CHEEK = 454;
  private static final int UPPER_LIP = 13;

  /**
   * Measures a head.
   *
   * @param face its landmarks, in the mask's pixels
   * @param mask CV_32FC1, 0 behind the person to 1 on the person; the finer, the better the crown
   */
  public static HeadMeasure of(Face face, Mat mask) {
    if (mask.type() != CvType.CV_32FC1) {
      throw new IllegalArgumentException("the mask must be CV_32FC1");
    }
    Landmarks points = face.landmarks();
    Rows rows = new Rows(mask);
    Point eyes = points.eyeMiddle();
    double faceWidth = Math.abs(points.x(LEFT_CHEEK) - points.x(RIGHT_CHEEK));
    int from = (int) Math.round(eyes.x - 0.75 * faceWidth);
    int to = (int) Math.round(eyes.x + 0.75 * faceWidth);
    int eyeRow = clamp((int) eyes.y, 0, mask.rows() - 1);
    int hairTop = rows.first(0, eyeRow, from, to, 1);
    int crown = rows.first(hairTop, eyeRow, from, to, Math.max(2, CROWN_WIDTH * faceWidth));
    double left = points.x(RIGHT_CHEEK);
    double right = points.x(LEFT_CHEEK);
    int lastRow = clamp((int) points.y(UPPER_LIP), crown, mask.rows() - 1);
    for (int y = crown; y <= lastRow; y++) {
      left = Math.min(left, rows.runLeft(y, (int) eyes.x));
      right = Math.max(right, rows.runRight(y, (int) eyes.x));
    }
    return new HeadMeasure(
        hairTop,
        crown,
        points.point(Landmarks.CHIN),
        left,
        right,
        Math.min(points.x(RIGHT_CHEEK), points.x(LEFT_CHEEK)),
        Math.max(points.x(RIGHT_CHEEK), points.x(LEFT_CHEEK)),
        points.point(Landmarks.RIGHT_PUPIL),
        points.point(Landmarks.LEFT_PUPIL),
        crown == 0,
        Math.max(0.5, 0.012 * points.eyesToChin()));
  }

  public double headWidth() {
    return headRightX - headLeftX;
  }

  public double headHeight() {
    return chin.y - crownY;
  }

  public double faceWidth() {
    return faceRightX - faceLeftX;
  }

  public double eyeLineY() {
    return (rightPupil.y + leftPupil.y) / 2;
  }

  public double eyeMiddleX() {
    return (rightPupil.x + leftPupil.x) / 2;
  }

  public double pupilDistance() {
    return Math.hypot(leftPupil.x - rightPupil.x, leftPupil.y - rightPupil.y);
  }

  private static int clamp(int value, int least, int most) {
    return Math.max(least, Math.min(most, value));
  }

  /** Reads a mask row by row. */
  private static final class Rows {
    private final int width;
    private final float[] values;

    Rows(Mat mask) {
      width = mask.cols();
      values = new float[width * mask.rows()];
      mask.get(0, 0, values);
    }

    /** The first row from {@code top} on with so many head pixels between two columns. */
    int first(int top, int bottom, int from, int to, double leastPixels) {
      for (int y = top; y < bottom; y++) {
        int count = 0;
        for (int x = Math.max(0, from); x <= Math.min(width - 1, to); x++) {
          if (values[y * width + x] > HEAD) {
            count++;
          }
        }
        if (count >= leastPixels) {
          return y;
        }
      }
      return bottom;
    }

    /**
     * Left end of the unbroken run of head pixels through a column; the column if there is none.
     */
    double runLeft(int y, int column) {
      int x = clamp(column, 0, width - 1);
      while (x >= 0 && values[y * width + x] > HEAD) {
        x--;
      }
      return Math.min(x + 1, column);
    }

    /** Right end of that run, one past its last pixel. */
    double runRight(int y, int column) {
      int x = clamp(column, 0, width - 1);
      while (x < width && values[y * width + x] > HEAD) {
        x++;
      }
      return Math.max(x, column);
    }
  }
}
