package org.huizhi.check;

import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * What a picture of the empty hall says of the camera.
 *
 * @param brightness the mean of its grey values, 0 black to 1 white
 * @param sharpness how much of the difference between pixels four apart is already there between
 *     neighbours, across or down, whichever is less; empty where nothing in it has an edge
 */
public record HallPicture(
    int widthPx, int heightPx, double brightness, Optional<Double> sharpness) {
  private static final int WIDTH = 640;
  private static final int FAR = 4;

  /** Squared grey values, below which there is only noise. */
  private static final double LEAST_FAR = 16;

  /** Measures a picture (CV_8UC3 BGR, borrowed). */
  public static HallPicture of(Mat bgr) {
    Mat grey = new Mat();
    Imgproc.cvtColor(bgr, grey, Imgproc.COLOR_BGR2GRAY);
    double scale = Math.min(1, WIDTH / (double) grey.cols());
    Imgproc.resize(grey, grey, new Size(), scale, scale, Imgproc.INTER_AREA);
    double brightness = Core.mean(grey).val[0] / 255;
    Optional<Double> across = sharpness(grey, 1, 0);
    Optional<Double> down = sharpness(grey, 0, 1);
    grey.release();
    return new HallPicture(
        bgr.cols(),
        bgr.rows(),
        brightness,
        across.flatMap(a -> down.map(d -> Math.min(a, d))).or(() -> across).or(() -> down));
  }

  private static Optional<Double> sharpness(Mat grey, int dx, int dy) {
    double far = difference(grey, FAR * dx, FAR * dy);
    return far < LEAST_FAR
        ? Optional.empty()
        : Optional.of(Math.sqrt(difference(grey, dx, dy) / far));
  }

  /** The mean square of how pixels differ that stand so far apart. */
  private static double difference(Mat grey, int dx, int dy) {
    Mat here = grey.submat(0, grey.rows() - dy, 0, grey.cols() - dx);
    Mat there = grey.submat(dy, grey.rows(), dx, grey.cols());
    Mat step = new Mat();
    Core.subtract(there, here, step, new Mat(), CvType.CV_32F);
    double sum = Core.norm(step, Core.NORM_L2SQR) / ((double) step.rows() * step.cols());
    here.release();
    there.release();
    step.release();
    return sum;
  }
}
