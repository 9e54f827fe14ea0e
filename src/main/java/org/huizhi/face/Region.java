package org.huizhi.face;

import org.opencv.core.Point;

/**
 * A turned square of a picture that a network looks at, in the picture's pixels.
 *
 * @param angle of its upper edge against the picture's, in radians, clockwise
 */
record Region(double middleX, double middleY, double side, double angle) {
  /** The margin that MediaPipe's face mesh was trained with. */
  private static final double MARGIN = 1.5;

  static Region around(FaceBox box) {
    return new Region(
        box.x() + box.width() / 2,
        box.y() + box.height() / 2,
        Math.max(box.width(), box.height()) * MARGIN,
        angle(box.rightEye(), box.leftEye()));
  }

  static Region around(Landmarks points) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (int i = 0; i < Landmarks.RIGHT_PUPIL; i++) {
      left = Math.min(left, points.x(i));
      right = Math.max(right, points.x(i));
      top = Math.min(top, points.y(i));
      bottom = Math.max(bottom, points.y(i));
    }
    return new Region(
        (left + right) / 2,
        (top + bottom) / 2,
        Math.max(right - left, bottom - top) * MARGIN,
        angle(points.point(33), points.point(263)));
  }

  private static double angle(Point rightEye, Point leftEye) {
    return Math.atan2(leftEye.y - rightEye.y, leftEye.x - rightEye.x);
  }

  /** From a square of {@code size} pixels into the picture: six numbers, row by row. */
  double[] toPicture(int size) {
    double cos = Math.cos(angle) * side / size;
    double sin = Math.sin(angle) * side / size;
    double half = size / 2.0;
    return new double[] {
      cos, -sin, middleX - half * cos + half * sin, sin, cos, middleY - half * sin - half * cos
    };
  }
}
