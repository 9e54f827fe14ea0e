package org.huizhi.camera;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;

/**
 * How a lens bends straight lines, as {@code kiosk calibrate-camera} finds it: Brown's model with
 * the names of OpenCV.
 *
 * @param widthPx size of the pictures it was found on
 * @param heightPx size of the pictures it was found on
 */
public record Lens(
    int widthPx,
    int heightPx,
    double focalX,
    double focalY,
    double centreX,
    double centreY,
    double k1,
    double k2,
    double p1,
    double p2,
    double k3) {
  public Lens {
    if (widthPx <= 0 || heightPx <= 0 || !(focalX > 0) || !(focalY > 0)) {
      throw new IllegalArgumentException("a lens needs a picture size and focal lengths above 0");
    }
  }

  /** The same lens on pictures of another width. */
  Lens at(int width) {
    double scale = (double) width / widthPx;
    return new Lens(
        width,
        (int) Math.round(heightPx * scale),
        focalX * scale,
        focalY * scale,
        centreX * scale,
        centreY * scale,
        k1,
        k2,
        p1,
        p2,
        k3);
  }

  /** OpenCV's camera matrix; the caller releases it. */
  Mat matrix() {
    Mat matrix = Mat.eye(3, 3, CvType.CV_64F);
    matrix.put(0, 0, focalX, 0, centreX, 0, focalY, centreY);
    return matrix;
  }

  /** OpenCV's distortion coefficients; the caller releases them. */
  MatOfDouble bend() {
    return new MatOfDouble(k1, k2, p1, p2, k3);
  }
}
