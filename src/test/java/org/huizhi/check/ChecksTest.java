package org.huizhi.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.face.FaceBox;
import org.huizhi.face.Landmarks;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Each check on both sides of its limit. */
class ChecksTest {
  private static void met(Check check, Shots shots) {
    assertInstanceOf(Met.class, Shots.look(check, shots), check.toString());
  }

  private static Missed missed(Advice advice, Check check, Shots shots) {
    Missed missed = assertInstanceOf(Missed.class, Shots.look(check, shots), check.toString());
    assertEquals(advice, missed.advice());
    return missed;
  }

  private static double measured(Check check, Shots shots) {
    return switch (Shots.look(check, shots)) {
      case Met met -> met.measured();
      case Missed missed -> missed.measured();
      case Finding.Unseen unseen -> throw new AssertionError(unseen.reason());
    };
  }

  @Test
  void noFace() {
    met(new NoFace(0.5), Shots.calm());
    missed(Advice.COME_INTO_VIEW, new NoFace(0.5), Shots.calm().sure(0.4));
  }

  @Test
  void multipleFaces() {
    Point nowhere = new Point();
    double side = Math.sqrt(Shots.calm().shot().box().area());
    FaceBox near =
        new FaceBox(0.9, 0, 0, 0.5 * side, 0.5 * side, nowhere, nowhere, nowhere, nowhere);
    FaceBox far =
        new FaceBox(0.9, 0, 0, 0.2 * side, 0.2 * side, nowhere, nowhere, nowhere, nowhere);
    FaceBox unsure =
        new FaceBox(0.4, 0, 0, 0.5 * side, 0.5 * side, nowhere, nowhere, nowhere, nowhere);
    MultipleFaces check = new MultipleFaces(0.1, 0.6);
    met(check, Shots.calm().with(far).with(unsure));
    Missed missed = missed(Advice.ONE_PERSON_ONLY, check, Shots.calm().with(near));
    assertEquals(4, missed.place().size());
    assertEquals(0.25, missed.measured(), 0.01);
  }

  @Test
  void poseSaysWhichWayToTurn() {
    met(new PoseYaw(10), Shots.calm().posed(9.9, 0, 0));
    missed(Advice.TURN_RIGHT, new PoseYaw(10), Shots.calm().posed(10.1, 0, 0));
    missed(Advice.TURN_LEFT, new PoseYaw(10), Shots.calm().posed(-10.1, 0, 0));
    met(new PosePitch(15, 12), Shots.calm().posed(0, 14.9, 0));
    met(new PosePitch(15, 12), Shots.calm().posed(0, -11.9, 0));
    missed(Advice.LOWER_CHIN, new PosePitch(15, 12), Shots.calm().posed(0, 15.1, 0));
    missed(Advice.RAISE_CHIN, new PosePitch(15, 12), Shots.calm().posed(0, -12.1, 0));
    met(new PoseRoll(8), Shots.calm().posed(0, 0, -7.9));
    missed(Advice.STRAIGHTEN_HEAD, new PoseRoll(8), Shots.calm().posed(0, 0, -8.1));
  }

  @Test
  void resolutionAndDistance() {
    double pupils = Shots.calm().landmarks().pupilDistance();
    met(new LowResolution(pupils - 1), Shots.calm());
    missed(Advice.COME_CLOSER, new LowResolution(pupils + 1), Shots.calm());
    double height = Shots.calm().shot().heightPx();
    met(new FaceDistance(pupils - 1, 1, height / (pupils + 1)), Shots.calm());
    missed(Advice.COME_CLOSER, new FaceDistance(pupils + 1, 1, 4), Shots.calm());
    missed(Advice.MOVE_BACK, new FaceDistance(pupils - 1, 1, height / (pupils - 1)), Shots.calm());
  }

  @Test
  void positionSaysWhichWayToStep() {
    FacePosition check = new FacePosition(1, 1, 1, 0.1);
    met(check, Shots.calm());
    double unit = Shots.calm().landmarks().pupilDistance();
    double away = unit / Shots.calm().landmarks().eyesToChin();
    Point eyes = Shots.calm().landmarks().eyeMiddle();
    double left = (eyes.x / unit - 0.8) * away;
    double up = (eyes.y / unit - 0.8) * away;
    missed(Advice.MOVE_LEFT, check, shifted(-left, 0));
    missed(Advice.MOVE_DOWN, check, shifted(0, -up));
    double right = ((Shots.calm().shot().widthPx() - eyes.x) / unit - 0.8) * away;
    double down = ((Shots.calm().shot().heightPx() - eyes.y) / unit - 0.8) * away;
    missed(Advice.MOVE_RIGHT, check, shifted(right, 0));
    missed(Advice.MOVE_UP, check, shifted(0, down));
  }

  private static Shots shifted(double acrossInT, double downInT) {
    Shots shots = Shots.calm();
    Landmarks before = shots.landmarks();
    double unit = before.eyesToChin();
    shots.shift(acrossInT * unit, downInT * unit);
    return shots;
  }

  @Test
  void headCut() {
    double room = measured(new HeadCut(1, 0), Shots.calm());
    met(new HeadCut(1, room - 0.01), Shots.calm());
    missed(Advice.SHOW_WHOLE_HEAD, new HeadCut(1, room + 0.01), Shots.calm());
    Shots high = Shots.calm();
    high.shift(0, -high.landmarks().eyeMiddle().y + 1);
    missed(Advice.SHOW_WHOLE_HEAD, new HeadCut(1, 0), high);
  }

  @Test
  void eyesClosedInOneEye() {
    EyesClosed check = new EyesClosed(0.165);
    met(check, Shots.calm());
    Shots winking = Shots.calm();
    winking.closeRightEye();
    Missed missed = missed(Advice.OPEN_EYES, check, winking);
    assertTrue(missed.place().stream().allMatch(p -> p.x < winking.landmarks().eyeMiddle().x));
  }

  @Test
  void mouthOpen() {
    MouthOpen check = new MouthOpen(0.022);
    met(check, Shots.calm());
    missed(Advice.CLOSE_MOUTH, check, Shots.calm().moved(14, 0, 0.05));
  }

  @Test
  void light() {
    met(new TooDark(0.3), Shots.calm());
    missed(
        Advice.MORE_LIGHT,
        new TooDark(0.3),
        Shots.calm().painted(bgr -> bgr.convertTo(bgr, -1, 0.3, 0)));
    met(new Overexposed(0.05), Shots.calm());
    missed(
        Advice.LESS_LIGHT,
        new Overexposed(0.05),
        Shots.calm().painted(bgr -> bgr.convertTo(bgr, -1, 2.2, 60)));
  }

  @Test
  void shadowOnOneHalf() {
    Shadow check = new Shadow(0.4);
    met(check, Shots.calm());
    int middle = (int) Shots.calm().landmarks().x(Landmarks.NOSE_TIP);
    Missed missed =
        missed(
            Advice.EVEN_LIGHT,
            check,
            Shots.calm()
                .painted(
                    bgr -> {
                      Mat half = bgr.submat(new Rect(0, 0, middle, bgr.rows()));
                      half.convertTo(half, -1, 0.3, 0);
                      half.release();
                    }));
    assertTrue(missed.place().getFirst().x < middle);
  }

  @Test
  void colour() {
    Grayscale check = new Grayscale(9);
    met(check, Shots.calm());
    missed(
        Advice.COLOUR_CAMERA,
        check,
        Shots.calm()
            .painted(
                bgr -> {
                  Mat gray = new Mat();
                  Imgproc.cvtColor(bgr, gray, Imgproc.COLOR_BGR2GRAY);
                  Imgproc.cvtColor(gray, bgr, Imgproc.COLOR_GRAY2BGR);
                  Core.add(bgr, new Scalar(0, 10, 30), bgr);
                  gray.release();
                }));
  }

  @Test
  void blurAndMovement() {
    Blur check = new Blur(0.28);
    met(check, Shots.calm());
    double pupils = Shots.calm().landmarks().pupilDistance();
    missed(
        Advice.HOLD_STILL,
        check,
        Shots.calm().painted(bgr -> Imgproc.GaussianBlur(bgr, bgr, new Size(), 0.06 * pupils)));
    missed(
        Advice.HOLD_STILL,
        check,
        Shots.calm().painted(bgr -> Imgproc.blur(bgr, bgr, new Size(0.25 * pupils, 1))));
  }
}
