package org.huizhi.app;

import java.util.List;
import org.huizhi.check.Assessment;
import org.huizhi.check.Finding;
import org.huizhi.check.Verdict;
import org.huizhi.spec.Severity;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** Draws into a picture where each rule was missed. */
final class Explanation {
  private static final Scalar RED = new Scalar(30, 30, 200);
  private static final Scalar AMBER = new Scalar(0, 110, 200);
  private static final Scalar WHITE = new Scalar(255, 255, 255);

  private Explanation() {}

  /** A copy of the picture with the places of all missed rules; the caller releases it. */
  static Mat draw(Mat bgr, Verdict verdict) {
    Mat drawn = bgr.clone();
    double scale = Math.max(0.4, drawn.rows() / 900.0);
    int line = (int) Math.max(1, Math.round(2 * scale));
    int written = 1;
    for (Assessment assessment : verdict.assessments()) {
      if (assessment.finding() instanceof Finding.Missed missed) {
        Scalar colour = assessment.severity() == Severity.VETO ? RED : AMBER;
        if (!missed.place().isEmpty()) {
          MatOfPoint corners = new MatOfPoint(missed.place().toArray(Point[]::new));
          Imgproc.polylines(drawn, List.of(corners), true, colour, line, Imgproc.LINE_AA);
          corners.release();
        }
        String words =
            "%s %.3g (%s)".formatted(assessment.code(), missed.measured(), plain(assessment));
        Point at = new Point(8 * scale, 28 * scale * written++);
        for (int width : new int[] {4 * line, line}) {
          Scalar ink = width == line ? colour : WHITE;
          Imgproc.putText(
              drawn,
              words,
              at,
              Imgproc.FONT_HERSHEY_SIMPLEX,
              0.8 * scale,
              ink,
              width,
              Imgproc.LINE_AA,
              false);
        }
      }
    }
    return drawn;
  }

  /** OpenCV's font has only ASCII. */
  private static String plain(Assessment assessment) {
    return assessment
        .limit()
        .replace("≤", "<=")
        .replace("≥", ">=")
        .replace("±", "+-")
        .replace("°", " deg")
        .replaceAll("[^\\x20-\\x7e]", "-");
  }
}
