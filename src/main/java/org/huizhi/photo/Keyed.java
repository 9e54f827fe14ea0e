package org.huizhi.photo;

import java.util.ArrayDeque;
import org.huizhi.spec.Rgb;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** Looks at a finished photo by its even background alone. */
final class Keyed {
  /** A pixel so near to the background's colour is background, if it hangs together with it. */
  private static final double NEAR = 60;

  private Keyed() {}

  /**
   * The person before an even background: whatever does not hang together with the upper corners.
   *
   * @param photo CV_8UC3
   * @return CV_32FC1, 0 or 1; the caller releases
   */
  static Mat person(Mat photo, Rgb colour) {
    int width = photo.cols();
    int height = photo.rows();
    byte[] pixels = new byte[3 * width * height];
    photo.get(0, 0, pixels);
    float[] person = new float[width * height];
    java.util.Arrays.fill(person, 1);
    ArrayDeque<Integer> open = new ArrayDeque<>();
    open.add(0);
    open.add(width - 1);
    while (!open.isEmpty()) {
      int at = open.remove();
      if (person[at] == 0 || distance(pixels, at, colour) > NEAR) {
        continue;
      }
      person[at] = 0;
      int x = at % width;
      if (x > 0) {
        open.add(at - 1);
      }
      if (x < width - 1) {
        open.add(at + 1);
      }
      if (at >= width) {
        open.add(at - width);
      }
      if (at < person.length - width) {
        open.add(at + width);
      }
    }
    return Planes.mat(person, width, height);
  }

  /** How far the mean of the upper corners is from the colour, the worst channel, 8-bit levels. */
  static double cornerError(Mat photo, Rgb colour) {
    if (photo.type() != CvType.CV_8UC3) {
      throw new IllegalArgumentException("the photo must be CV_8UC3");
    }
    int side = Math.max(4, photo.cols() / 10);
    double worst = 0;
    for (int left : new int[] {0, photo.cols() - side}) {
      Mat corner = photo.submat(0, side, left, left + side);
      double[] mean = org.opencv.core.Core.mean(corner).val;
      corner.release();
      worst = Math.max(worst, Math.abs(mean[0] - colour.blue()));
      worst = Math.max(worst, Math.abs(mean[1] - colour.green()));
      worst = Math.max(worst, Math.abs(mean[2] - colour.red()));
    }
    return worst;
  }

  private static double distance(byte[] pixels, int at, Rgb colour) {
    int blue = (pixels[3 * at] & 0xFF) - colour.blue();
    int green = (pixels[3 * at + 1] & 0xFF) - colour.green();
    int red = (pixels[3 * at + 2] & 0xFF) - colour.red();
    return Math.sqrt(blue * blue + green * green + red * red);
  }
}
