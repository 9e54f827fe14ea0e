package org.huizhi.photo;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The camera's noise in mixed pixels, that of their colours and what it did to alpha. Colours are
 * averaged with those of their neighbours, the more solid the more, and alpha a little. What is all
 * person stays as it was shot. Noise is a pixel wide in any picture, so lengths do not grow with
 * it.
 */
final class Grain {
  private static final double COLOUR_PX = 1;
  private static final double ALPHA_PX = 0.4;

  /** A neighbour that is half person has this power of a half to say. */
  private static final double SOLID = 6;

  private static final Size BY_SIGMA = new Size(0, 0);

  private Grain() {}

  /**
   * Calms mixed pixels in place.
   *
   * @param alpha CV_32FC1, 0 to 1
   * @param person the person's colours, CV_32FC3
   */
  static void calm(Mat alpha, Mat person) {
    Mat mixed = new Mat();
    Core.inRange(alpha, new Scalar(Float.MIN_VALUE), new Scalar(Math.nextDown(1f)), mixed);
    Mat say = new Mat();
    Core.pow(alpha, SOLID, say);
    Core.add(say, new Scalar(1e-6), say);
    Mat all = new Mat();
    Core.merge(List.of(say, say, say), all);
    Mat colours = new Mat();
    Core.multiply(person, all, colours);
    Imgproc.GaussianBlur(colours, colours, BY_SIGMA, COLOUR_PX);
    Imgproc.GaussianBlur(all, all, BY_SIGMA, COLOUR_PX);
    Core.divide(colours, all, colours);
    colours.copyTo(person, mixed);
    Imgproc.GaussianBlur(alpha, say, BY_SIGMA, ALPHA_PX);
    say.copyTo(alpha, mixed);
    mixed.release();
    say.release();
    all.release();
    colours.release();
  }
}
