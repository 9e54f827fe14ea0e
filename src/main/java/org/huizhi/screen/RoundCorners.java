package org.huizhi.screen;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Takes the corners off a picture whose colours are multiplied by its alpha. */
final class RoundCorners {
  /** Drawn so much larger and shrunk, for a smooth edge. */
  private static final int FINER = 8;

  private final int radiusPx;

  /** How much of each pixel stays, CV_8UC4, for the upper left corner and on with the clock. */
  private final List<Mat> stays;

  RoundCorners(int radiusPx) {
    this.radiusPx = radiusPx;
    Mat fine = Mat.zeros(new Size(FINER * radiusPx, FINER * radiusPx), CvType.CV_8UC4);
    int far = FINER * radiusPx;
    Imgproc.circle(fine, new Point(far, far), far, Scalar.all(255), -1);
    Mat first = new Mat();
    Imgproc.resize(fine, first, new Size(radiusPx, radiusPx), 0, 0, Imgproc.INTER_AREA);
    fine.release();
    stays = List.of(first, flipped(first, 1), flipped(first, -1), flipped(first, 0));
  }

  private static Mat flipped(Mat corner, int how) {
    Mat flipped = new Mat();
    Core.flip(corner, flipped, how);
    return flipped;
  }

  /**
   * Makes the corners transparent.
   *
   * @param picture CV_8UC4; smaller ones than two radii stay as they are
   */
  void cut(Mat picture) {
    int right = picture.cols() - radiusPx;
    int bottom = picture.rows() - radiusPx;
    if (right < radiusPx || bottom < radiusPx) {
      return;
    }
    int[][] places = {{0, 0}, {right, 0}, {right, bottom}, {0, bottom}};
    for (int i = 0; i < places.length; i++) {
      Mat corner = picture.submat(new Rect(places[i][0], places[i][1], radiusPx, radiusPx));
      Core.multiply(corner, stays.get(i), corner, 1 / 255.0);
      corner.release();
    }
  }
}
