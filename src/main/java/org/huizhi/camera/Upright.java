package org.huizhi.camera;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencv.calib3d.Calib3d;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Makes of a device's picture what a person standing before it looks like: lines straightened, so
 * that a head has its true proportions, and turned for a camera that is mounted on its side. One
 * thread at a time.
 */
public final class Upright implements AutoCloseable {
  private final int rotation;
  private final Optional<Lens> lens;
  private final Mat mapX = new Mat();
  private final Mat mapY = new Mat();
  private final Mat straight = new Mat();
  private @Nullable Size mapped;

  /**
   * @param rotation 0, 90, 180 or 270: how far the picture is turned clockwise
   */
  public Upright(int rotation, Optional<Lens> lens) {
    this.rotation = rotation;
    this.lens = lens;
  }

  /** True when pictures stay as they come. */
  boolean changesNothing() {
    return rotation == 0 && lens.isEmpty();
  }

  /**
   * Sets a picture upright.
   *
   * @param bgr as the device gave it
   * @param into another Mat
   */
  void set(Mat bgr, Mat into) {
    Mat source = bgr;
    if (lens.isPresent()) {
      straighten(lens.get(), bgr, rotation == 0 ? into : straight);
      source = straight;
    }
    switch (rotation) {
      case 90 -> Core.rotate(source, into, Core.ROTATE_90_CLOCKWISE);
      case 180 -> Core.rotate(source, into, Core.ROTATE_180);
      case 270 -> Core.rotate(source, into, Core.ROTATE_90_COUNTERCLOCKWISE);
      default -> {
        if (lens.isEmpty()) {
          source.copyTo(into);
        }
      }
    }
  }

  private void straighten(Lens found, Mat bgr, Mat into) {
    if (mapped == null || !mapped.equals(bgr.size())) {
      map(found.at(bgr.cols()), bgr.size());
      mapped = bgr.size();
    }
    Imgproc.remap(bgr, into, mapX, mapY, Imgproc.INTER_LINEAR);
  }

  /** Enlarged alike in both directions until no empty corner is left. */
  private void map(Lens found, Size size) {
    Mat matrix = found.matrix();
    MatOfDouble bend = found.bend();
    Mat best = Calib3d.getOptimalNewCameraMatrix(matrix, bend, size, 0);
    double scale = Math.max(best.get(0, 0)[0] / found.focalX(), best.get(1, 1)[0] / found.focalY());
    Mat target = found.matrix();
    target.put(0, 0, found.focalX() * scale);
    target.put(1, 1, found.focalY() * scale);
    Mat none = new Mat();
    Calib3d.initUndistortRectifyMap(matrix, bend, none, target, size, CvType.CV_16SC2, mapX, mapY);
    for (Mat mat : new Mat[] {matrix, bend, best, target, none}) {
      mat.release();
    }
  }

  @Override
  public void close() {
    if (!straight.empty()) {
      straight.setTo(Scalar.all(0));
    }
    for (Mat mat : new Mat[] {mapX, mapY, straight}) {
      mat.release();
    }
    mapped = null;
  }
}
