package org.huizhi.check;

import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * How the light falls where applicants stand, measured on a grey card (or a grey sheet) that fills
 * the middle of the picture. All are shares of the card's mean light, not of the pixels' values.
 *
 * @param leftRight how much brighter its left half is than its right one
 * @param topBottom how much brighter its upper half is than its lower one
 * @param red how much more red than green it is; 0 where the white point is right
 * @param blue how much more blue than green it is
 * @param brightness its mean light, 0 black to 1 as bright as the camera can see
 */
public record HallLight(
    double leftRight, double topBottom, double red, double blue, double brightness) {
  /** The share of the picture's width and height that the card fills at least. */
  private static final double MIDDLE = 0.4;

  private static final int CELLS = 32;
  private static final double GAMMA = 2.2;

  /** Measures a picture (CV_8UC3 BGR, borrowed) as it is mounted, not mirrored. */
  public static HallLight of(Mat bgr) {
    int width = (int) (bgr.cols() * MIDDLE);
    int height = (int) (bgr.rows() * MIDDLE);
    int left = (bgr.cols() - width) / 2;
    int top = (bgr.rows() - height) / 2;
    Mat middle = bgr.submat(top, top + height, left, left + width);
    Mat small = new Mat();
    Imgproc.resize(middle, small, new Size(CELLS, CELLS), 0, 0, Imgproc.INTER_AREA);
    byte[] pixels = new byte[CELLS * CELLS * 3];
    small.get(0, 0, pixels);
    small.release();
    middle.release();
    return of(pixels);
  }

  private static HallLight of(byte[] pixels) {
    double[] colour = new double[3];
    double[] across = new double[2];
    double[] down = new double[2];
    for (int y = 0; y < CELLS; y++) {
      for (int x = 0; x < CELLS; x++) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
          double light = Math.pow((pixels[(y * CELLS + x) * 3 + c] & 255) / 255.0, GAMMA);
          colour[c] += light;
          sum += light;
        }
        across[x * 2 / CELLS] += sum;
        down[y * 2 / CELLS] += sum;
      }
    }
    double all = Math.max(1e-6, across[0] + across[1]);
    double green = Math.max(1e-6, colour[1]);
    return new HallLight(
        2 * (across[0] - across[1]) / all,
        2 * (down[0] - down[1]) / all,
        colour[2] / green - 1,
        colour[0] / green - 1,
        all / (3 * CELLS * CELLS));
  }
}
