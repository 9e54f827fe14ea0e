package org.huizhi.camera.replay;

import java.util.SplittableRandom;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Makes of a good picture what a faulty camera would give. */
final class Spoiler implements AutoCloseable {
  private static final double DARK_SHARE = 0.08;
  private static final double SNOW = 70;

  /** What decoders put where nothing has arrived. */
  private static final Scalar FILL = new Scalar(128, 128, 128);

  private final SplittableRandom chance = new SplittableRandom();
  private final Mat snow = new Mat();
  private final Mat small = new Mat();
  private final Mat everywhere = new Mat();

  void spoil(Fault fault, Mat bgr) {
    switch (fault) {
      case BLACK -> bgr.setTo(Scalar.all(0));
      case DARK -> Core.convertScaleAbs(bgr, bgr, DARK_SHARE, 0);
      case WRONG_SIZE -> {
        Imgproc.resize(bgr, small, new Size(bgr.cols() / 4.0, bgr.rows() / 4.0));
        small.copyTo(bgr);
      }
      case NOISE -> {
        snow.create(bgr.size(), CvType.CV_16SC3);
        Core.randn(snow, 0, SNOW);
        Core.add(bgr, snow, bgr, everywhere, bgr.type());
      }
      case TORN -> {
        int from = bgr.rows() / 4 + chance.nextInt(bgr.rows() / 2);
        Mat missing = bgr.rowRange(from, bgr.rows());
        missing.setTo(FILL);
        missing.release();
      }
      case UNPLUG, STALL, FREEZE, SLOW -> {} // these concern the whole camera
    }
  }

  @Override
  public void close() {
    snow.release();
    small.release();
  }
}
