package org.huizhi.check;

import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The whole shot made small, for what lies around the face: background, clothes, shoulders. Places
 * are asked in the shot's pixels. Plain memory, no native buffers.
 */
final class Scene {
  private static final int LONGER_SIDE = 256;

  private final byte[] bgr;
  private final int columns;
  private final int rows;
  private final double scale;

  /**
   * @param picture CV_8UC3
   */
  Scene(Mat picture) {
    scale = Math.min(1, (double) LONGER_SIDE / Math.max(picture.cols(), picture.rows()));
    columns = Math.max(1, (int) Math.round(scale * picture.cols()));
    rows = Math.max(1, (int) Math.round(scale * picture.rows()));
    Mat small = picture.submat(0, picture.rows(), 0, picture.cols());
    // Halving even sides is many times faster than any other factor.
    while (small.cols() >= 2 * columns && small.rows() >= 2 * rows) {
      Mat even = small.submat(0, small.rows() & ~1, 0, small.cols() & ~1);
      small.release();
      small = shrink(even, even.cols() / 2, even.rows() / 2);
    }
    small = shrink(small, columns, rows);
    bgr = new byte[3 * columns * rows];
    small.get(0, 0, bgr);
    small.release();
  }

  /** Gives a smaller picture for the one it releases. */
  private static Mat shrink(Mat near, int columns, int rows) {
    Mat shrunk = new Mat();
    Imgproc.resize(near, shrunk, new Size(columns, rows), 0, 0, Imgproc.INTER_AREA);
    near.release();
    return shrunk;
  }

  /** The length of one of its pixels in the shot's. */
  double step() {
    return 1 / scale;
  }

  /** One of the three channels at a place, the nearest one inside; 0 blue, 1 green, 2 red. */
  int channel(double x, double y, int channel) {
    int column = Math.clamp((long) (x * scale), 0, columns - 1);
    int row = Math.clamp((long) (y * scale), 0, rows - 1);
    return Byte.toUnsignedInt(bgr[3 * (row * columns + column) + channel]);
  }

  /** Luminance 0 to 1. */
  double luma(double x, double y) {
    return (0.114 * channel(x, y, 0) + 0.587 * channel(x, y, 1) + 0.299 * channel(x, y, 2)) / 255;
  }

  Tone tone(double x, double y) {
    double sum = Math.max(1, channel(x, y, 0) + channel(x, y, 1) + channel(x, y, 2));
    return new Tone(channel(x, y, 2) / sum, channel(x, y, 1) / sum);
  }
}
