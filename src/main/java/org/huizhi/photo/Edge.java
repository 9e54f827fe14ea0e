package org.huizhi.photo;

import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Alpha along the outline, found twice: first on a small picture, where a band wide enough for the
 * nets' mistakes is cheap, then on the picture itself in a narrow band around the first answer.
 *
 * @param alpha 0 to 1 for each pixel
 * @param map what was certain at the end
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, compared by nobody
record Edge(float[] alpha, Trimap map) {
  /** The small picture's scale against a usual portrait. */
  private static final double FIRST_UNIT = 0.4;

  /**
   * @param picture CV_8UC3; all are borrowed and of one size
   * @param coarse the person mask, CV_32FC1
   * @param fine the fine mask, CV_32FC1
   * @param unit how many pixels of this picture one pixel of a usual portrait is
   */
  static Edge of(Mat picture, Mat coarse, Mat fine, double unit) {
    double firstUnit = Math.min(unit, FIRST_UNIT);
    double share = firstUnit / unit;
    Size size = new Size(Math.round(picture.cols() * share), Math.round(picture.rows() * share));
    float[] colours = small(picture, size);
    int width = (int) size.width;
    int height = (int) size.height;
    Trimap map =
        Trimap.of(colours, small(coarse, size), small(fine, size), width, height, firstUnit);
    Mat first = Planes.mat(solve(map, colours, firstUnit), width, height);
    Imgproc.resize(first, first, picture.size(), 0, 0, Imgproc.INTER_LINEAR);
    float[] whole = Planes.floats(picture);
    Trimap again =
        Trimap.around(Planes.floats(first), whole, picture.cols(), picture.rows(), unit, map.doubt);
    first.release();
    return new Edge(solve(again, whole, unit), again);
  }

  private static float[] solve(Trimap map, float[] colours, double unit) {
    return EdgeSolver.solve(map, colours, EdgeSamples.of(map, colours, unit));
  }

  private static float[] small(Mat picture, Size size) {
    Mat small = new Mat();
    Imgproc.resize(picture, small, size, 0, 0, Imgproc.INTER_AREA);
    float[] values = Planes.floats(small);
    small.release();
    return values;
  }
}
