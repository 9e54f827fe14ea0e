package org.huizhi.photo;

import java.util.Arrays;
import java.util.Optional;
import org.huizhi.face.HeadMeasure;
import org.huizhi.spec.ToneLimits;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

/**
 * One factor for each channel of the whole picture: takes a slight cast off, by the wall that
 * should be grey, and brings a face that is too dark or too bright nearer to the usual. Never
 * local.
 *
 * @param blue 1 leaves the channel as it is
 * @param green so
 * @param red so
 */
record ToneCorrection(double blue, double green, double red) {
  /** A wall whose channels differ by more is coloured on purpose and tells no cast. */
  private static final double GREYISH = 1.25;

  private static final double LEAST_WALL_SHARE = 0.02;

  /** A darker wall shows more noise than colour. */
  private static final double LEAST_WALL = 50;

  /** The luminance of faces in accepted portraits, 0 to 255: most lie within. */
  private static final double DARK_FACE = 0.5 * 255;

  private static final double BRIGHT_FACE = 0.7 * 255;

  /** Smaller than this nobody sees. */
  private static final double LEAST = 0.01;

  /**
   * What this shot needs, within the limits; empty when it needs nothing.
   *
   * @param bgr the shot, CV_8UC3
   * @param alpha of the person, CV_32FC1 of the shot's size
   */
  static Optional<ToneCorrection> of(Mat bgr, Mat alpha, HeadMeasure head, ToneLimits limits) {
    double[] cast = cast(bgr, alpha, limits.mostCastPercent() / 100);
    double exposure = exposure(bgr, alpha, head, limits.mostExposurePercent() / 100);
    ToneCorrection correction =
        new ToneCorrection(
            rounded(cast[0] * exposure), rounded(cast[1] * exposure), rounded(cast[2] * exposure));
    boolean seen =
        Math.abs(correction.blue - 1) >= LEAST
            || Math.abs(correction.green - 1) >= LEAST
            || Math.abs(correction.red - 1) >= LEAST;
    return seen ? Optional.of(correction) : Optional.empty();
  }

  private static double[] cast(Mat bgr, Mat alpha, double most) {
    Mat wall = new Mat();
    Core.compare(alpha, new Scalar(0), wall, Core.CMP_LE);
    double share = (double) Core.countNonZero(wall) / wall.total();
    double[] mean = Arrays.copyOf(Core.mean(bgr, wall).val, 3);
    wall.release();
    double least = Arrays.stream(mean).min().orElse(0);
    double largest = Arrays.stream(mean).max().orElse(0);
    if (share < LEAST_WALL_SHARE || least < LEAST_WALL || largest > GREYISH * least) {
      return new double[] {1, 1, 1};
    }
    double grey = (mean[0] + mean[1] + mean[2]) / 3;
    return Arrays.stream(mean).map(level -> Math.clamp(grey / level, 1 - most, 1 + most)).toArray();
  }

  private static double exposure(Mat bgr, Mat alpha, HeadMeasure head, double most) {
    double reach = 0.8 * head.pupilDistance();
    int left = Math.clamp(Math.round(head.eyeMiddleX() - reach), 0, bgr.cols() - 1);
    int right = Math.clamp(Math.round(head.eyeMiddleX() + reach), left + 1, bgr.cols());
    int top = Math.clamp(Math.round(head.eyeLineY()), 0, bgr.rows() - 1);
    int bottom = Math.clamp(Math.round(head.chin().y), top + 1, bgr.rows());
    Rect box = new Rect(left, top, right - left, bottom - top);
    Mat face = bgr.submat(box);
    Mat near = alpha.submat(box);
    Mat solid = new Mat();
    Core.compare(near, new Scalar(1), solid, Core.CMP_GE);
    double[] mean = Core.mean(face, solid).val;
    boolean none = Core.countNonZero(solid) == 0;
    face.release();
    near.release();
    solid.release();
    double light = 0.114 * mean[0] + 0.587 * mean[1] + 0.299 * mean[2];
    if (none || light < 1) {
      return 1;
    }
    return Math.clamp(Math.clamp(light, DARK_FACE, BRIGHT_FACE) / light, 1 - most, 1 + most);
  }

  private static double rounded(double factor) {
    return Math.round(1000 * factor) / 1000.0;
  }

  /**
   * @param channel 0 blue, 1 green, 2 red
   * @param level 0 to 255
   */
  int corrected(int channel, int level) {
    double factor = channel == 0 ? blue : channel == 1 ? green : red;
    return Math.clamp(Math.round(factor * level), 0, 255);
  }

  PixelOperation operation() {
    return PixelOperation.of("tone", "blue-factor", blue, "green-factor", green, "red-factor", red);
  }
}
