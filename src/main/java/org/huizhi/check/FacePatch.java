package org.huizhi.check;

import org.huizhi.face.Landmarks;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The head at one size and upright, whatever the shot: {@value #PUPILS} pixels between the pupils,
 * so that what is counted in its pixels means the same in every picture, and costs the same. Plain
 * memory, no native buffers.
 */
final class FacePatch {
  static final int PUPILS = 64;
  static final int WIDTH = 288;
  static final int HEIGHT = 352;

  /** Where the middle between the pupils stands. */
  static final int EYE_X = 144;

  static final int EYE_Y = 144;

  /** From the eyes to the patch's farthest corner, and a pixel for interpolation. */
  private static final double REACH = Math.hypot(WIDTH - EYE_X, HEIGHT - EYE_Y) + 2;

  private final byte[] bgr = new byte[3 * WIDTH * HEIGHT];
  private final float[] luma = new float[WIDTH * HEIGHT];
  private final double[] toPatch;
  private final Landmarks face;

  /**
   * @param picture CV_8UC3
   */
  FacePatch(Mat picture, Landmarks face) {
    this.face = face;
    Point right = face.point(Landmarks.RIGHT_PUPIL);
    Point left = face.point(Landmarks.LEFT_PUPIL);
    double distance = Math.max(1, Math.hypot(left.x - right.x, left.y - right.y));
    double scale = PUPILS / distance;
    double cos = scale * (left.x - right.x) / distance;
    double sin = scale * (left.y - right.y) / distance;
    Point middle = face.eyeMiddle();
    toPatch =
        new double[] {
          cos, sin, EYE_X - cos * middle.x - sin * middle.y,
          -sin, cos, EYE_Y + sin * middle.x - cos * middle.y
        };
    Mat patch = new Mat();
    cut(picture, scale, patch);
    patch.get(0, 0, bgr);
    patch.release();
    for (int i = 0; i < luma.length; i++) {
      luma[i] = (0.114f * blue(i) + 0.587f * green(i) + 0.299f * red(i)) / 255f;
    }
  }

  /** Shrinks by area first where the shot is larger: warping alone would skip pixels. */
  private void cut(Mat picture, double scale, Mat into) {
    double reach = REACH / scale;
    Point middle = face.eyeMiddle();
    int left = Math.clamp(Math.round(middle.x - reach), 0, Math.max(0, picture.cols() - 2));
    int top = Math.clamp(Math.round(middle.y - reach), 0, Math.max(0, picture.rows() - 2));
    int right = Math.clamp(Math.round(middle.x + reach), left + 1, picture.cols());
    int bottom = Math.clamp(Math.round(middle.y + reach), top + 1, picture.rows());
    Mat near = picture.submat(new Rect(left, top, right - left, bottom - top));
    double[] move = toPatch.clone();
    move[2] += move[0] * left + move[1] * top;
    move[5] += move[3] * left + move[4] * top;
    double rest = scale;
    while (rest <= 0.5 && near.cols() > 3 && near.rows() > 3) {
      // Halving even sides is many times faster than any other factor.
      Mat even = near.submat(0, near.rows() & ~1, 0, near.cols() & ~1);
      near.release();
      near = shrink(even, new Size(even.cols() / 2.0, even.rows() / 2.0), move);
      rest *= 2;
    }
    if (rest < 1) {
      near = shrink(near, new Size(near.cols() * rest, near.rows() * rest), move);
    }
    Mat affine = new Mat(2, 3, CvType.CV_64F);
    affine.put(0, 0, move);
    int flags = scale < 1 ? Imgproc.INTER_LINEAR : Imgproc.INTER_CUBIC;
    Size size = new Size(WIDTH, HEIGHT);
    Imgproc.warpAffine(near, into, affine, size, flags, Core.BORDER_REPLICATE, new Scalar(0));
    near.release();
    affine.release();
  }

  /** Gives a smaller picture for the one it releases, and turns the way into the patch to it. */
  private static Mat shrink(Mat near, Size size, double[] move) {
    Mat shrunk = new Mat();
    Size whole = new Size(Math.max(1, (int) size.width), Math.max(1, (int) size.height));
    Imgproc.resize(near, shrunk, whole, 0, 0, Imgproc.INTER_AREA);
    double across = (double) near.cols() / shrunk.cols();
    double down = (double) near.rows() / shrunk.rows();
    near.release();
    // A pixel's middle stands half a pixel in, before and after shrinking.
    move[2] += move[0] * (across - 1) / 2 + move[1] * (down - 1) / 2;
    move[5] += move[3] * (across - 1) / 2 + move[4] * (down - 1) / 2;
    move[0] *= across;
    move[3] *= across;
    move[1] *= down;
    move[4] *= down;
    return shrunk;
  }

  int blue(int at) {
    return Byte.toUnsignedInt(bgr[3 * at]);
  }

  int green(int at) {
    return Byte.toUnsignedInt(bgr[3 * at + 1]);
  }

  int red(int at) {
    return Byte.toUnsignedInt(bgr[3 * at + 2]);
  }

  /** Luminance 0 to 1, row by row. */
  float luma(int at) {
    return luma[at];
  }

  float luma(int x, int y) {
    return luma[y * WIDTH + x];
  }

  /** A landmark's column in the patch. */
  double x(int landmark) {
    return toPatch[0] * face.x(landmark) + toPatch[1] * face.y(landmark) + toPatch[2];
  }

  /** A landmark's row in the patch. */
  double y(int landmark) {
    return toPatch[3] * face.x(landmark) + toPatch[4] * face.y(landmark) + toPatch[5];
  }

  /** A place of the patch in the picture's pixels. */
  Point inPicture(double x, double y) {
    double scale = toPatch[0] * toPatch[0] + toPatch[1] * toPatch[1];
    double dx = x - toPatch[2];
    double dy = y - toPatch[5];
    return new Point(
        (toPatch[0] * dx - toPatch[1] * dy) / scale, (toPatch[1] * dx + toPatch[0] * dy) / scale);
  }

  Area area(FaceOutline outline) {
    return area(outline, 1);
  }

  /** An outline grown about its middle. */
  Area area(FaceOutline outline, double grown) {
    double[] x = new double[outline.size()];
    double[] y = new double[outline.size()];
    double middleX = 0;
    double middleY = 0;
    for (int i = 0; i < x.length; i++) {
      x[i] = x(outline.point(i));
      y[i] = y(outline.point(i));
      middleX += x[i] / x.length;
      middleY += y[i] / x.length;
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = middleX + grown * (x[i] - middleX);
      y[i] = middleY + grown * (y[i] - middleY);
    }
    return Area.within(x, y);
  }
}
