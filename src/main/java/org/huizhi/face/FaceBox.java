package org.huizhi.face;

import org.opencv.core.Point;

/**
 * A face as the detector sees it, in pixels of the picture.
 *
 * @param score 0 to 1
 * @param rightEye the person's right eye, left in an unmirrored picture
 */
public record FaceBox(
    double score,
    double x,
    double y,
    double width,
    double height,
    Point rightEye,
    Point leftEye,
    Point nose,
    Point mouth) {
  public double area() {
    return width * height;
  }
}
