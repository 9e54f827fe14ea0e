package org.huizhi.face;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
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

  /** Shared area over the area of both together, 0 to 1. */
  public double overlap(FaceBox other) {
    double shared = shared(other);
    return shared / (area() + other.area() - shared);
  }

  /** How much of the smaller box lies in the other, 0 to 1. */
  double nesting(FaceBox other) {
    return shared(other) / Math.min(area(), other.area());
  }

  private double shared(FaceBox other) {
    double wide = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
    double high = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
    return Math.max(0, wide) * Math.max(0, high);
  }

  FaceBox withScore(double other) {
    return new FaceBox(other, x, y, width, height, rightEye, leftEye, nose, mouth);
  }

  /** The mean of several boxes, weighed by their scores; it keeps the first one's score. */
  static FaceBox mean(List<FaceBox> boxes) {
    return new FaceBox(
        boxes.getFirst().score,
        mean(boxes, FaceBox::x),
        mean(boxes, FaceBox::y),
        mean(boxes, FaceBox::width),
        mean(boxes, FaceBox::height),
        meanPoint(boxes, FaceBox::rightEye),
        meanPoint(boxes, FaceBox::leftEye),
        meanPoint(boxes, FaceBox::nose),
        meanPoint(boxes, FaceBox::mouth));
  }

  private static Point meanPoint(List<FaceBox> boxes, Function<FaceBox, Point> point) {
    return new Point(
        mean(boxes, box -> point.apply(box).x), mean(boxes, box -> point.apply(box).y));
  }

  private static double mean(List<FaceBox> boxes, ToDoubleFunction<FaceBox> value) {
    double sum = 0;
    double weight = 0;
    for (FaceBox box : boxes) {
      sum += box.score * value.applyAsDouble(box);
      weight += box.score;
    }
    return sum / weight;
  }

  /** The box that a tracked face's points span, as the detector would draw it. */
  static FaceBox around(Landmarks points) {
    double left = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (int i = 0; i < Landmarks.RIGHT_PUPIL; i++) {
      left = Math.min(left, points.x(i));
      right = Math.max(right, points.x(i));
      top = Math.min(top, points.y(i));
      bottom = Math.max(bottom, points.y(i));
    }
    Point mouth = new Point((points.x(13) + points.x(14)) / 2, (points.y(13) + points.y(14)) / 2);
    return new FaceBox(
        points.presence(),
        left,
        top,
        right - left,
        bottom - top,
        points.point(Landmarks.RIGHT_PUPIL),
        points.point(Landmarks.LEFT_PUPIL),
        points.point(Landmarks.NOSE_TIP),
        mouth);
  }
}
