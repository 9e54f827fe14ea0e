package org.huizhi.check;

import java.util.ArrayList;
import java.util.List;
import org.huizhi.face.FaceBox;
import org.opencv.core.Point;

/** Places in the shot that a finding points at. */
final class Places {
  private Places() {}

  static List<Point> of(FaceBox box) {
    return rectangle(box.x(), box.y(), box.x() + box.width(), box.y() + box.height());
  }

  static List<Point> rectangle(double left, double top, double right, double bottom) {
    return List.of(
        new Point(left, top),
        new Point(right, top),
        new Point(right, bottom),
        new Point(left, bottom));
  }

  static List<Point> patchRectangle(
      FacePatch patch, double left, double top, double right, double bottom) {
    return List.of(
        patch.inPicture(left, top),
        patch.inPicture(right, top),
        patch.inPicture(right, bottom),
        patch.inPicture(left, bottom));
  }

  /** From the middle of the nose to the chin. */
  static List<Point> lowerFace(Shot shot) {
    List<Point> corners = new ArrayList<>();
    for (int point : new int[] {234, 195, 454, 361, 365, 378, 152, 149, 136, 132}) {
      corners.add(shot.landmarks().point(point));
    }
    return corners;
  }

  static List<Point> face(Shot shot) {
    return FaceOutline.FACE.of(shot.landmarks());
  }
}
