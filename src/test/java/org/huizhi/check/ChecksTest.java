package org.huizhi.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;
import org.huizhi.face.FaceBox;
import org.huizhi.face.Landmarks;
import org.huizhi.face.Parts;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Each check on both sides of its limit. */
class ChecksTest extends CheckCase {
  @Test
  void noFace() {
    NoFace check = new NoFace(0.5, 0.5, 0.9, 0.015, 0.05, 0.63);
    met(check, Shots.calm());
    missed(Advice.COME_INTO_VIEW, check, Shots.calm().sure(0.8));
    missed(Advice.COME_INTO_VIEW, new NoFace(0.999, 0.5, 0.9, 0.015, 0.05, 0.63), Shots.calm());
  }

  @Test
  void greenSkinAndAnimalEyesAreNoHumanFace() {
    NoFace check = new NoFace(0.5, 0.5, 0.9, 0.015, 0.05, 0.63);
    missed(
        Advice.COME_INTO_VIEW,
        check,
        Shots.calm().painted(bgr -> Core.multiply(bgr, new Scalar(1, 1, 0.6), bgr)));
    double redness = 0.5;
    met(new NoFace(0.5, 0.5, 0.9, 0.015, redness, 0.63), Shots.calm());
    missed(Advice.COME_INTO_VIEW, new NoFace(0.5, 0.999, 0.9, 0.015, redness, 0.63), Shots.calm());
    Shots dog = Shots.calm();
    double eye = dog.landmarks().distance(33, 133) / dog.landmarks().eyesToChin();
    dog.moved(469, 0.25 * eye, 0).moved(471, -0.25 * eye, 0);
    missed(Advice.COME_INTO_VIEW, check, dog);
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
    double room = measured(new HeadCut(1, 0, 0.5), Shots.calm());
    met(new HeadCut(1, room - 0.01, 0.5), Shots.calm());
    missed(Advice.SHOW_WHOLE_HEAD, new HeadCut(1, room + 0.01, 0.5), Shots.calm());
    Shots high = Shots.calm();
    high.shift(0, -high.landmarks().eyeMiddle().y + 1);
    missed(Advice.SHOW_WHOLE_HEAD, new HeadCut(1, 0, 0.5), high);
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
    Shadow check = new Shadow(0.4, 1);
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
  void shadowUnderTheEyes() {
    Shadow check = new Shadow(1, 0.18);
    met(check, shaded(0.95));
    Missed missed = missed(Advice.EVEN_LIGHT, check, shaded(0.6));
    Landmarks face = Shots.calm().landmarks();
    assertTrue(missed.place().getFirst().y > face.y(145));
    assertTrue(missed.place().getLast().y < face.y(Landmarks.CHIN));
  }

  /** A stripe across the face under the eyes, as a lamp overhead leaves it. */
  private static Shots shaded(double light) {
    Landmarks face = Shots.calm().landmarks();
    int height = (int) (0.14 * face.eyesToChin());
    int top = (int) face.y(119) - height / 2;
    return Shots.calm()
        .painted(
            bgr -> {
              Mat stripe = bgr.submat(new Rect(0, top, bgr.cols(), height));
              stripe.convertTo(stripe, -1, light, 0);
              stripe.release();
            });
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

  @Test
  void hairAtTheUpperEdgeCutsTheHead() {
    HeadCut check = new HeadCut(1, -1, 0.5);
    met(check, Shots.calm().masked(mask -> mask.setTo(new Scalar(0))));
    missed(Advice.SHOW_WHOLE_HEAD, check, Shots.calm().masked(mask -> mask.setTo(new Scalar(1))));
  }

  @Test
  void shoulders() {
    ShouldersMissing check = new ShouldersMissing(0.3, 1.2);
    unseen(check, Shots.calm());
    met(check, Shots.calm().masked(mask -> mask.setTo(new Scalar(1))));
    double unit = Shots.calm().landmarks().pupilDistance();
    int middle = (int) Shots.calm().landmarks().eyeMiddle().x;
    missed(
        Advice.SHOW_SHOULDERS,
        check,
        Shots.calm()
            .masked(
                mask -> {
                  Mat half = mask.colRange(0, (int) (middle + 1.1 * unit));
                  half.setTo(new Scalar(1));
                  half.release();
                }));
    Shots low = Shots.calm();
    low.shift(0, low.shot().heightPx() - low.landmarks().y(Landmarks.CHIN) - 0.2 * unit);
    missed(Advice.SHOW_SHOULDERS, check, low);
  }

  @Test
  void gaze() {
    Gaze check = new Gaze(0.065, 0.045, 0.21);
    met(check, Shots.calm());
    missed(Advice.LOOK_AT_CAMERA, check, lookingBy(0.1, 0.1, 0));
    missed(Advice.LOOK_AT_CAMERA, check, lookingBy(-0.1, -0.1, 0));
    missed(Advice.LOOK_AT_CAMERA, check, lookingBy(0, 0, -0.08));
    missed(Advice.LOOK_AT_CAMERA, check, lookingBy(0.15, -0.15, 0));
  }

  /** Moves both irises by parts of the eye's width. */
  private static Shots lookingBy(double right, double left, double down) {
    Shots shots = Shots.calm();
    double eye = shots.landmarks().distance(33, 133) / shots.landmarks().eyesToChin();
    return shots
        .moved(Landmarks.RIGHT_PUPIL, right * eye, down * eye)
        .moved(Landmarks.LEFT_PUPIL, left * eye, down * eye);
  }

  @Test
  void aMaskOverNoseAndMouth() {
    Occlusion check = new Occlusion(0.04, 0.04);
    met(check, Shots.calm());
    Missed missed =
        missed(
            Advice.UNCOVER_FACE,
            check,
            Shots.calm().painted(bgr -> cover(bgr, new Scalar(220, 200, 190))));
    assertTrue(missed.place().size() > 4);
    missed(
        Advice.UNCOVER_FACE,
        check,
        Shots.calm().painted(bgr -> cover(bgr, new Scalar(30, 30, 200))));
  }

  @Test
  void whatCoversTheFaceIsMeasuredByItsShare() {
    Shots straw = Shots.calm().drawn(Parts.Kind.WORN, 138, 200, 150, 240);
    double share = ((Missed) Shots.look(new Occlusion(0.01, 1), straw)).measured() / 100;
    met(new Occlusion(1.1 * share, 1), straw);
    missed(Advice.UNCOVER_FACE, new Occlusion(0.9 * share, 1), straw);
    // Glasses stand higher, and hair may hang as low as it likes.
    met(new Occlusion(0.04, 0.04), Shots.calm().drawn(Parts.Kind.WORN, 80, 130, 208, 160));
    met(new Occlusion(0.04, 0.04), Shots.calm().drawn(Parts.Kind.HAIR, 80, 170, 110, 240));
    // A hand over an eye does not.
    missed(
        Advice.UNCOVER_FACE,
        new Occlusion(0.04, 0.04),
        Shots.calm().drawn(Parts.Kind.BODY_SKIN, 90, 120, 130, 160));
  }

  @Test
  void aHandBesideTheCheekCoversNothingYetButIsInThePicture() {
    Shots beside = Shots.calm().drawn(Parts.Kind.BODY_SKIN, 0, 150, 80, 200);
    missed(Advice.UNCOVER_FACE, new Occlusion(1, 0.04), beside);
    met(new Occlusion(1, 1), beside);
    // The neck is lower.
    met(new Occlusion(0.04, 0.04), Shots.calm().drawn(Parts.Kind.BODY_SKIN, 90, 270, 200, 350));
  }

  private static void cover(Mat bgr, Scalar colour) {
    Landmarks face = Shots.calm().landmarks();
    Imgproc.ellipse(
        bgr,
        new Point(face.x(0), (face.y(4) + face.y(Landmarks.CHIN)) / 2),
        new Size(0.5 * face.distance(234, 454), 0.6 * face.distance(4, Landmarks.CHIN)),
        0,
        0,
        360,
        colour,
        -1);
  }

  @Test
  void sunglasses() {
    Sunglasses check = new Sunglasses(0.65, 0.82);
    met(check, Shots.calm());
    missed(
        Advice.TAKE_OFF_GLASSES,
        check,
        Shots.calm()
            .painted(
                bgr -> {
                  Landmarks face = Shots.calm().landmarks();
                  for (int pupil : new int[] {Landmarks.RIGHT_PUPIL, Landmarks.LEFT_PUPIL}) {
                    Imgproc.circle(
                        bgr,
                        face.point(pupil),
                        (int) (0.4 * face.pupilDistance()),
                        new Scalar(30, 30, 30),
                        -1);
                  }
                }));
  }

  @Test
  void expression() {
    Expression check = new Expression(0.075, 0.28, 0.44);
    met(check, Shots.calm());
    missed(Advice.NEUTRAL_FACE, check, Shots.calm().moved(61, 0, 0.1).moved(291, 0, 0.1));
    missed(Advice.NEUTRAL_FACE, check, Shots.calm().moved(61, 0.1, 0).moved(291, -0.1, 0));
    Shots startled = Shots.calm();
    for (int lid : new int[] {160, 159, 158}) {
      startled.moved(lid, 0, -0.06);
    }
    missed(Advice.NEUTRAL_FACE, check, startled);
  }

  @Test
  void aHatIsAskedAboutAndHairIsNot() {
    Headgear check = new Headgear(0.3);
    met(check, Shots.calm());
    missed(
        Advice.TAKE_OFF_HAT,
        check,
        Shots.calm().drawn(Parts.Kind.WORN, 0, 0, FacePatch.WIDTH, forehead(Shots.calm())));
    // A hood is made of clothes, a hair band takes little of what is seen.
    missed(
        Advice.TAKE_OFF_HAT,
        check,
        Shots.calm().drawn(Parts.Kind.CLOTHES, 0, 0, FacePatch.WIDTH, forehead(Shots.calm())));
    double top = forehead(Shots.calm());
    Shots band = Shots.calm().drawn(Parts.Kind.WORN, 0, top - 20, FacePatch.WIDTH, top - 12);
    double share = ((Missed) Shots.look(new Headgear(0.01), band)).measured();
    met(new Headgear(1.1 * share), band);
    missed(Advice.TAKE_OFF_HAT, new Headgear(0.9 * share), band);
  }

  private static double forehead(Shots shots) {
    return shots.shot().patch().y(Landmarks.FOREHEAD_TOP);
  }

  @Test
  void whatNeedsThePartsIsUnseenWithoutThem() {
    Shot with = Shots.calm().shot();
    Shot without = new Shot(with.bgr(), with.sighting(), with.personMask());
    assertInstanceOf(Unseen.class, new Headgear(0.3).look(without));
    assertInstanceOf(Unseen.class, new Occlusion(0.04, 0.04).look(without));
  }

  @Test
  void glareOverAnEye() {
    GlassesGlare check = new GlassesGlare(0.05);
    met(check, Shots.calm());
    Missed missed =
        missed(
            Advice.TAKE_OFF_GLASSES,
            check,
            Shots.calm()
                .painted(
                    bgr ->
                        Imgproc.circle(
                            bgr,
                            Shots.calm().landmarks().point(Landmarks.LEFT_PUPIL),
                            (int) (0.12 * Shots.calm().landmarks().pupilDistance()),
                            new Scalar(255, 255, 255),
                            -1)));
    assertTrue(missed.place().getFirst().x > Shots.calm().landmarks().eyeMiddle().x);
  }
}
