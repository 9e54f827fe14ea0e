package org.huizhi.photo;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Moves pixels between OpenCV's Mats and Java's arrays, and the few steps that all masks need. */
final class Planes {
  private Planes() {}

  /** A Mat's values as floats, channels interleaved. */
  static float[] floats(Mat mat) {
    float[] values = new float[(int) mat.total() * mat.channels()];
    Mat converted = new Mat();
    mat.convertTo(converted, CvType.CV_32F);
    converted.get(0, 0, values);
    converted.release();
    return values;
  }

  /** A CV_32F Mat from floats, channels interleaved; the caller releases. */
  static Mat mat(float[] values, int width, int height) {
    Mat mat = new Mat(height, width, CvType.CV_32FC(values.length / (width * height)));
    mat.put(0, 0, values);
    return mat;
  }

  /** How bright a colour is, on the scale of its channels: ITU-R BT.601. */
  static double light(double blue, double green, double red) {
    return 0.114 * blue + 0.587 * green + 0.299 * red;
  }

  /** Mean over a square of {@code 2 radius + 1} pixels, each channel apart. */
  static float[] mean(float[] values, int width, int height, int radius) {
    Mat mat = mat(values, width, height);
    int side = 2 * radius + 1;
    Imgproc.blur(mat, mat, new Size(side, side), new Point(-1, -1), Core.BORDER_REPLICATE);
    float[] mean = new float[values.length];
    mat.get(0, 0, mean);
    mat.release();
    return mean;
  }

  /** Keeps only the largest connected part above a level: CV_8UC1, 255 there. */
  static Mat largestPart(float[] values, int width, int height, double level) {
    byte[] above = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      above[i] = (byte) (values[i] > level ? 255 : 0);
    }
    Mat mask = new Mat(height, width, CvType.CV_8UC1);
    mask.put(0, 0, above);
    Mat parts = new Mat();
    Mat figures = new Mat();
    Mat middles = new Mat();
    int count = Imgproc.connectedComponentsWithStats(mask, parts, figures, middles, 8);
    int largest = 1;
    for (int part = 2; part < count; part++) {
      if (area(figures, part) > area(figures, largest)) {
        largest = part;
      }
    }
    Core.compare(parts, new Scalar(largest), mask, Core.CMP_EQ);
    parts.release();
    figures.release();
    middles.release();
    return mask;
  }

  private static double area(Mat figures, int part) {
    return figures.get(part, Imgproc.CC_STAT_AREA)[0];
  }

  /**
   * Distance of every pixel to the mask's outline, positive inside. The picture's frame is no
   * outline.
   *
   * @param mask CV_8UC1, released here
   */
  static float[] signedDistance(Mat mask) {
    Mat inside = new Mat();
    Imgproc.distanceTransform(mask, inside, Imgproc.DIST_L2, 5);
    Core.bitwise_not(mask, mask);
    Mat outside = new Mat();
    Imgproc.distanceTransform(mask, outside, Imgproc.DIST_L2, 5);
    Core.subtract(inside, outside, inside);
    float[] distance = floats(inside);
    for (int i = 0; i < distance.length; i++) {
      distance[i] += distance[i] > 0 ? -0.5f : 0.5f;
    }
    mask.release();
    inside.release();
    outside.release();
    return distance;
  }
}
