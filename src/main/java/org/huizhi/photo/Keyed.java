package org.huizhi.photo;

import java.util.ArrayDeque;
import org.huizhi.spec.Rgb;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Looks at a finished photo by its even background alone. */
final class Keyed {
  /** A pixel so near to the background's colour is background, if it hangs together with it. */
  private static final double NEAR = 60;

  /** So far in from the background a pixel may still be mixed with it, in a finished photo. */
  private static final int RIM_PX = 2;

  private Keyed() {}

  /**
   * The person before an even background: whatever does not hang together with the upper corners.
   * Along the outline a pixel is as much of the person as it is further from the background's
   * colour than from that of the person beside it: a dark head would be too wide else. Skin beside
   * black hair may lose two pixels there, and white hair before white is not told at all.
   *
   * @param photo CV_8UC3
   * @return CV_32FC1, 0 to 1; the caller releases
   */
  static Mat person(Mat photo, Rgb colour) {
    int width = photo.cols();
    int height = photo.rows();
    float[] distance = distances(photo, colour);
    float[] person = new float[width * height];
    java.util.Arrays.fill(person, 1);
    ArrayDeque<Integer> open = new ArrayDeque<>();
    open.add(0);
    open.add(width - 1);
    while (!open.isEmpty()) {
      int at = open.remove();
      if (person[at] == 0 || distance[at] > NEAR) {
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
    return rim(Planes.mat(person, width, height), distance);
  }

  /** Gives the pixels beside the background their share of the person. */
  private static Mat rim(Mat person, float[] distance) {
    Mat square =
        Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(2 * RIM_PX + 1, 2 * RIM_PX + 1));
    Mat within = new Mat();
    Imgproc.erode(person, within, square);
    Mat own = Planes.mat(distance, person.cols(), person.rows());
    Imgproc.dilate(own, own, square);
    float[] solid = Planes.floats(within);
    float[] most = Planes.floats(own);
    float[] share = Planes.floats(person);
    for (int i = 0; i < share.length; i++) {
      if (share[i] > 0 && solid[i] == 0) {
        share[i] = distance[i] / most[i];
      }
    }
    person.put(0, 0, share);
    square.release();
    within.release();
    own.release();
    return person;
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
      double[] mean = Core.mean(corner).val;
      corner.release();
      worst = Math.max(worst, Math.abs(mean[0] - colour.blue()));
      worst = Math.max(worst, Math.abs(mean[1] - colour.green()));
      worst = Math.max(worst, Math.abs(mean[2] - colour.red()));
    }
    return worst;
  }

  /** How far each pixel is from the colour, in 8-bit levels. */
  private static float[] distances(Mat photo, Rgb colour) {
    byte[] pixels = new byte[3 * (int) photo.total()];
    photo.get(0, 0, pixels);
    float[] distances = new float[pixels.length / 3];
    for (int i = 0; i < distances.length; i++) {
      int blue = (pixels[3 * i] & 0xFF) - colour.blue();
      int green = (pixels[3 * i + 1] & 0xFF) - colour.green();
      int red = (pixels[3 * i + 2] & 0xFF) - colour.red();
      distances[i] = (float) Math.sqrt(blue * blue + green * green + red * red);
    }
    return distances;
  }
}
