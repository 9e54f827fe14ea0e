package org.huizhi.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.huizhi.camera.LensFinder.Look;
import org.junit.jupiter.api.Test;
import org.opencv.calib3d.Calib3d;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.MatOfPoint3f;
import org.opencv.core.Point;
import org.opencv.core.Point3;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.core.TermCriteria;
import org.opencv.imgproc.Imgproc;

/** A checkerboard as a lens of known bend would show it. */
class LensFinderTest {
  private static final Lens TRUE = new Lens(1280, 720, 900, 900, 640, 360, -0.25, 0.05, 0, 0, 0);
  private static final double[][] VIEWS = {
    {0, 0, 0, -4, -2.5, 11}, {0.4, 0, 0, -6.5, -3, 13}, {-0.4, 0.2, 0, -2, -2, 13},
    {0, 0.45, 0.1, -5, -1, 14}, {0, -0.45, -0.1, -3, -4, 14}, {0.3, 0.3, 0.2, -6, -2, 14},
    {-0.3, -0.3, 0, -1, -3, 14}, {0.2, -0.4, 0.3, -3, -3.5, 14}, {0, 0, 0.3, -3, -3.5, 12}
  };

  @Test
  void findsTheLensAndStraightensWhatItBent() {
    LensFinder calibration = new LensFinder(9, 6);
    for (double[] view : VIEWS) {
      calibration.look(board(view));
    }
    assertTrue(calibration.views() >= 7, calibration.views() + " views");
    assertEquals(Look.SAME_VIEW, calibration.look(board(VIEWS[VIEWS.length - 1])));
    LensFinder.Result result = calibration.solve();
    assertTrue(result.errorPx() < 0.6, "error " + result.errorPx());
    assertEquals(TRUE.focalX(), result.lens().focalX(), 15);
    assertEquals(TRUE.k1(), result.lens().k1(), 0.03);

    double[] corner = {0, 0, 0, -6.2, -3.4, 12};
    Mat bent = board(corner);
    Mat straight = new Mat();
    try (Upright upright = new Upright(0, Optional.of(result.lens()))) {
      upright.set(bent, straight);
    }
    assertTrue(bow(bent) > 2.5, "the board is not bent: " + bow(bent));
    assertTrue(bow(straight) < 0.8, "still bent: " + bow(straight));
  }

  @Test
  void seesNoBoardWhereThereIsNone() {
    Mat grey = new Mat(720, 1280, CvType.CV_8UC3, Scalar.all(128));
    assertEquals(Look.NO_BOARD, new LensFinder(9, 6).look(grey));
  }

  /** How far the corners of the first row lie from the line through its ends. */
  private static double bow(Mat picture) {
    MatOfPoint2f corners = new MatOfPoint2f();
    assertTrue(Calib3d.findChessboardCorners(picture, new Size(9, 6), corners));
    Mat grey = new Mat();
    Imgproc.cvtColor(picture, grey, Imgproc.COLOR_BGR2GRAY);
    Imgproc.cornerSubPix(
        grey,
        corners,
        new Size(5, 5),
        new Size(-1, -1),
        new TermCriteria(TermCriteria.EPS + TermCriteria.COUNT, 40, 0.001));
    Point[] at = corners.toArray();
    Point from = at[0];
    Point to = at[8];
    double length = Math.hypot(to.x - from.x, to.y - from.y);
    double most = 0;
    for (int i = 1; i < 8; i++) {
      double cross = (to.x - from.x) * (at[i].y - from.y) - (to.y - from.y) * (at[i].x - from.x);
      most = Math.max(most, Math.abs(cross) / length);
    }
    return most;
  }

  /**
   * @param view rotation around x, y, z and place of the board
   */
  private static Mat board(double[] view) {
    Mat picture = new Mat(TRUE.heightPx(), TRUE.widthPx(), CvType.CV_8UC3, Scalar.all(240));
    Mat turn = new Mat(3, 1, CvType.CV_64F);
    turn.put(0, 0, view[0], view[1], view[2]);
    Mat place = new Mat(3, 1, CvType.CV_64F);
    place.put(0, 0, view[3], view[4], view[5]);
    for (int row = -1; row < 6; row++) {
      for (int column = -1; column < 9; column++) {
        if ((row + column) % 2 == 0) {
          MatOfPoint3f square =
              new MatOfPoint3f(
                  new Point3(column, row, 0),
                  new Point3(column + 1, row, 0),
                  new Point3(column + 1, row + 1, 0),
                  new Point3(column, row + 1, 0));
          MatOfPoint2f seen = new MatOfPoint2f();
          Calib3d.projectPoints(square, turn, place, TRUE.matrix(), TRUE.bend(), seen);
          Point[] fine = seen.toArray();
          for (Point point : fine) {
            point.x *= 16;
            point.y *= 16;
          }
          Imgproc.fillConvexPoly(picture, new MatOfPoint(fine), Scalar.all(20), Imgproc.LINE_AA, 4);
        }
      }
    }
    return picture;
  }
}
