package org.huizhi.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;
import org.huizhi.face.Landmarks;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** What the tests of the checks share: what a finding must be, and how a picture is painted on. */
abstract class CheckCase {
  static void met(Check check, Shots shots) {
    assertInstanceOf(Met.class, Shots.look(check, shots), check.toString());
  }

  static void unseen(Check check, Shots shots) {
    assertInstanceOf(Unseen.class, Shots.look(check, shots), check.toString());
  }

  static Missed missed(Advice advice, Check check, Shots shots) {
    Missed missed = assertInstanceOf(Missed.class, Shots.look(check, shots), check.toString());
    assertEquals(advice, missed.advice());
    return missed;
  }

  static double measured(Check check, Shots shots) {
    return switch (Shots.look(check, shots)) {
      case Met met -> met.measured();
      case Missed missed -> missed.measured();
      case Unseen unseen -> throw new AssertionError(unseen.reason());
    };
  }

  /** The finding's place lies on the person's right, the left of the picture. */
  static void onTheRight(Missed missed) {
    assertTrue(missed.place().getFirst().x < Shots.calm().landmarks().eyeMiddle().x);
  }

  /** An ellipse around a landmark, so many pupil distances wide and high. */
  static void blot(Mat bgr, int landmark, double wide, double high, Scalar colour) {
    Landmarks face = Shots.calm().landmarks();
    double unit = face.pupilDistance();
    Imgproc.ellipse(
        bgr,
        face.point(landmark),
        new Size(wide * unit / 2, high * unit / 2),
        0,
        0,
        360,
        colour,
        -1);
  }

  /** The mean colour around a landmark. */
  static Scalar colour(int landmark) {
    Point at = Shots.calm().landmarks().point(landmark);
    Mat bgr = Shots.calm().shot().bgr();
    Mat near = bgr.submat(new Rect((int) at.x - 4, (int) at.y - 4, 9, 9));
    Scalar mean = Core.mean(near);
    near.release();
    return mean;
  }
}
