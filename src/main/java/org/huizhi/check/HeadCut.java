package org.huizhi.check;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.face.Landmarks;
import org.opencv.core.Point;

/**
 * The whole head is in the picture. Measures the room, in parts of T (eyes to chin), that is left
 * between the head and the nearest edge; the crown is taken to stand as far above the eyes as the
 * chin below them, times {@code crownInT}. Where the person is outlined, a head that touches the
 * upper edge is cut whatever the estimate: hair may stand higher.
 *
 * @param leastRoomInT least room; below 0 a little of the hair may touch the edge
 * @param mostEdgeShare how much of the upper edge, over the width of the face, the head may touch
 */
record HeadCut(double crownInT, double leastRoomInT, double mostEdgeShare)
    implements Check, OfPoints {
  @Override
  public Finding look(Shot shot) {
    Landmarks points = shot.landmarks();
    double unit = points.eyesToChin();
    Point eyes = points.eyeMiddle();
    Point chin = points.point(Landmarks.CHIN);
    double crownX = eyes.x + crownInT * (eyes.x - chin.x);
    double crownY = eyes.y + crownInT * (eyes.y - chin.y);
    double left = Math.min(points.x(234), crownX);
    double right = Math.max(points.x(454), crownX);
    double room =
        Math.min(Math.min(crownY, shot.heightPx() - chin.y), Math.min(left, shot.widthPx() - right))
            / unit;
    double half = 1.2 * points.pupilDistance();
    double edge =
        shot.person().map(person -> person.share(eyes.x - half, eyes.x + half, 2)).orElse(0.0);
    return room >= leastRoomInT && edge <= mostEdgeShare
        ? new Met(room)
        : new Missed(
            room,
            Advice.SHOW_WHOLE_HEAD,
            Places.rectangle(left, Math.max(0, crownY), right, chin.y));
  }

  @Override
  public String limit() {
    return Limits.least(leastRoomInT, " T of room");
  }
}
