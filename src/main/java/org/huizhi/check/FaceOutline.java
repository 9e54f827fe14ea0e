package org.huizhi.check;

import java.util.ArrayList;
import java.util.List;
import org.huizhi.face.Landmarks;
import org.opencv.core.Point;

/**
 * Which of the mesh's points bound which part of the face, in order around it. The numbers are
 * MediaPipe's published contours; left and right are the person's own.
 */
@SuppressWarnings("ImmutableEnumChecker") // the arrays are never written after they are made
enum FaceOutline {
  FACE(
      10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152,
      148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109),
  RIGHT_EYE(33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246),
  LEFT_EYE(263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466),
  RIGHT_BROW(46, 53, 52, 65, 55, 107, 66, 105, 63, 70),
  LEFT_BROW(276, 283, 282, 295, 285, 336, 296, 334, 293, 300),
  LIPS(61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185),
  MOUTH(78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191),
  RIGHT_CHEEK(117, 118, 101, 205, 187, 147, 123),
  LEFT_CHEEK(346, 347, 330, 425, 411, 376, 352),
  FOREHEAD(109, 10, 338, 337, 336, 9, 107, 108),
  NOSE(168, 417, 465, 429, 279, 358, 327, 2, 98, 129, 49, 209, 245, 193),
  CHIN(201, 200, 421, 428, 396, 175, 171, 208);

  private final int[] points;

  FaceOutline(int... points) {
    this.points = points;
  }

  int size() {
    return points.length;
  }

  int point(int index) {
    return points[index];
  }

  /** The outline in the picture's pixels. */
  List<Point> of(Landmarks face) {
    List<Point> corners = new ArrayList<>(points.length);
    for (int point : points) {
      corners.add(face.point(point));
    }
    return corners;
  }
}
