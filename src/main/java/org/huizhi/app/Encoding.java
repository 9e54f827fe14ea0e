package org.huizhi.app;

import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Pictures as files in memory. */
final class Encoding {
  private static final double PREVIEW_HEIGHT_PX = 900;

  private Encoding() {}

  /** A JPEG for the screen, at most 900 pixels high. */
  static byte[] jpeg(Mat bgr) {
    double scale = Math.min(1, PREVIEW_HEIGHT_PX / bgr.rows());
    Mat small = new Mat();
    long width = Math.max(1, Math.round(scale * bgr.cols()));
    long height = Math.max(1, Math.round(scale * bgr.rows()));
    Imgproc.resize(bgr, small, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
    byte[] bytes = of(".jpg", small);
    small.release();
    return bytes;
  }

  /** A PNG, BGR or BGRA. */
  static byte[] png(Mat picture) {
    return of(".png", picture);
  }

  /** A JPEG of the whole picture. */
  static byte[] camera(Mat bgr) {
    return of(".jpg", bgr);
  }

  private static byte[] of(String ending, Mat picture) {
    MatOfByte packed = new MatOfByte();
    try {
      if (!Imgcodecs.imencode(ending, picture, packed)) {
        throw new IllegalStateException("OpenCV does not encode " + ending);
      }
      return packed.toArray();
    } finally {
      packed.release();
    }
  }
}
