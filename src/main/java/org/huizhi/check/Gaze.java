package org.huizhi.check;

import java.util.ArrayList;
import java.util.List;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.face.Landmarks;
import org.opencv.core.Point;

/**
 * Both eyes look at the camera (FICV 9). Measures where the irises stand in their eyes, in widths
 * of the eye: sideways as the mean of both after taking out what the head's turn explains, up or
 * down against the line through the eye's corners, and towards each other. The largest, as a part
 * of its limit, is what is measured.
 */
record Gaze(
    double mostSidewaysInEyeWidths, double mostUpDownInEyeWidths, double mostCrossedInEyeWidths)
    implements Check, OfPoints {
  /** Eyes that stay on the camera move in the head by this for each degree that it turns. */
  private static final double WIDTHS_PER_DEGREE = 0.0034;

  /** Where irises stand in portraits that look at the camera: medians of accepted ones. */
  private static final double LEVEL = -0.067;

  private static final double CONVERGENCE = -0.046;

  @Override
  public Finding look(Shot shot) {
    Point right = iris(shot.landmarks(), Landmarks.RIGHT_PUPIL, 33, 133);
    Point left = iris(shot.landmarks(), Landmarks.LEFT_PUPIL, 362, 263);
    double yaw = shot.face().pose().yawDegrees();
    double sideways = Math.abs((right.x + left.x) / 2 + WIDTHS_PER_DEGREE * yaw);
    double upDown = Math.abs((right.y + left.y) / 2 - LEVEL);
    double crossed = Math.abs(right.x - left.x - CONVERGENCE);
    double worst =
        Math.max(
            sideways / mostSidewaysInEyeWidths,
            Math.max(upDown / mostUpDownInEyeWidths, crossed / mostCrossedInEyeWidths));
    if (worst <= 1) {
      return new Met(worst);
    }
    List<Point> place = new ArrayList<>(FaceOutline.RIGHT_EYE.of(shot.landmarks()));
    place.addAll(FaceOutline.LEFT_EYE.of(shot.landmarks()));
    return new Missed(worst, Advice.LOOK_AT_CAMERA, place);
  }

  /** The iris against the middle between the eye's corners: along and across, in eye widths. */
  private static Point iris(Landmarks face, int pupil, int from, int to) {
    double width = Math.max(1, face.distance(from, to));
    double alongX = (face.x(to) - face.x(from)) / width;
    double alongY = (face.y(to) - face.y(from)) / width;
    double dx = face.x(pupil) - (face.x(from) + face.x(to)) / 2;
    double dy = face.y(pupil) - (face.y(from) + face.y(to)) / 2;
    return new Point((dx * alongX + dy * alongY) / width, (dy * alongX - dx * alongY) / width);
  }

  @Override
  public String limit() {
    return Limits.inParts(
        Limits.figure(mostSidewaysInEyeWidths)
            + " sideways, "
            + Limits.figure(mostUpDownInEyeWidths)
            + " up or down, "
            + Limits.figure(mostCrossedInEyeWidths)
            + " crossed, in eye widths");
  }
}
