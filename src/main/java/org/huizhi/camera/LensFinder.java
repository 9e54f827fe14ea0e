package org.huizhi.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.calib3d.Calib3d;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.MatOfPoint3f;
import org.opencv.core.Point;
import org.opencv.core.Point3;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.core.TermCriteria;
import org.opencv.imgproc.Imgproc;

/** Finds a camera's {@link Lens} from views of a checkerboard. One thread. */
public final class LensFinder {
  /** A view that is nearly the last one says nothing new: the corners must move, in widths. */
  private static final double LEAST_MOVE = 0.04;

  private static final double SEARCH_WIDTH_PX = 640;

  private final Size inner;
  private final List<Mat> views = new ArrayList<>();
  private final List<Mat> boards = new ArrayList<>();
  private Optional<Point[]> last = Optional.empty();
  private Size size = new Size();

  /**
   * @param columns inner corners in a row of the board
   * @param rows inner corners in a column
   */
  public LensFinder(int columns, int rows) {
    inner = new Size(columns, rows);
  }

  /** What a picture is worth. */
  public enum Look {
    /** It shows the whole board in a new place. */
    TAKEN,
    /** The board is where it was. */
    SAME_VIEW,
    /** The whole board is not to be seen. */
    NO_BOARD
  }

  /** Looks at a picture (CV_8UC3). */
  public Look look(Mat bgr) {
    Mat grey = new Mat();
    try {
      Imgproc.cvtColor(bgr, grey, Imgproc.COLOR_BGR2GRAY);
      Optional<Point[]> seen = corners(grey);
      if (seen.isEmpty()) {
        return Look.NO_BOARD;
      }
      Point[] found = seen.get();
      if (last.isPresent() && distance(last.get(), found) < LEAST_MOVE * bgr.cols()) {
        return Look.SAME_VIEW;
      }
      last = seen;
      size = bgr.size();
      views.add(new MatOfPoint2f(found));
      boards.add(board());
      return Look.TAKEN;
    } finally {
      grey.release();
    }
  }

  /** Searched in a small picture, where it is no matter of seconds, then measured in the whole. */
  private Optional<Point[]> corners(Mat grey) {
    Mat small = new Mat();
    MatOfPoint2f corners = new MatOfPoint2f();
    try {
      double scale = Math.min(1, SEARCH_WIDTH_PX / grey.cols());
      Imgproc.resize(grey, small, new Size(), scale, scale, Imgproc.INTER_AREA);
      int quick =
          Calib3d.CALIB_CB_ADAPTIVE_THRESH
              | Calib3d.CALIB_CB_NORMALIZE_IMAGE
              | Calib3d.CALIB_CB_FAST_CHECK;
      if (!Calib3d.findChessboardCorners(small, inner, corners, quick)) {
        return Optional.empty();
      }
      Core.multiply(corners, Scalar.all(1 / scale), corners);
      Imgproc.cornerSubPix(
          grey,
          corners,
          new Size(5, 5),
          new Size(-1, -1),
          new TermCriteria(TermCriteria.EPS + TermCriteria.COUNT, 40, 0.001));
      return Optional.of(corners.toArray());
    } finally {
      small.release();
      corners.release();
    }
  }

  /** How many views were taken. */
  public int views() {
    return views.size();
  }

  /**
   * A lens, and how well it explains the views.
   *
   * @param errorPx root mean square of the distances between where corners are and should be
   */
  public record Result(Lens lens, double errorPx) {}

  /** Solves what was seen; three views are the least, twelve or more are good. */
  public Result solve() {
    Mat matrix = new Mat();
    Mat bend = new Mat();
    double error =
        Calib3d.calibrateCamera(
            boards, views, size, matrix, bend, new ArrayList<>(), new ArrayList<>());
    double[] k = new double[5];
    for (int i = 0; i < k.length; i++) {
      k[i] = bend.get(bend.rows() == 1 ? 0 : i, bend.rows() == 1 ? i : 0)[0];
    }
    Lens lens =
        new Lens(
            (int) size.width,
            (int) size.height,
            matrix.get(0, 0)[0],
            matrix.get(1, 1)[0],
            matrix.get(0, 2)[0],
            matrix.get(1, 2)[0],
            k[0],
            k[1],
            k[2],
            k[3],
            k[4]);
    matrix.release();
    bend.release();
    return new Result(lens, error);
  }

  private MatOfPoint3f board() {
    List<Point3> points = new ArrayList<>();
    for (int row = 0; row < inner.height; row++) {
      for (int column = 0; column < inner.width; column++) {
        points.add(new Point3(column, row, 0));
      }
    }
    MatOfPoint3f board = new MatOfPoint3f();
    board.fromList(points);
    return board;
  }

  private static double distance(Point[] one, Point[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.hypot(one[i].x - other[i].x, one[i].y - other[i].y);
    }
    return sum / one.length;
  }
}
