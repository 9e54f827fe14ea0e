package org.huizhi.check;

import org.huizhi.face.Parts;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** The checks of what lies over and around the eyes, on both sides of their limits. */
class EyesAndHairTest extends CheckCase {
  private static final Scalar HAIR = new Scalar(20, 20, 25);

  @Test
  void hairOverAnEyeHasItsPlaceThere() {
    met(new HairOverEyes(0.08), Shots.calm());
    Shots strand = Shots.calm().drawn(Parts.Kind.HAIR, 104, 0, 112, 170);
    Finding.Missed missed = missed(Advice.CLEAR_HAIR, new HairOverEyes(0.08), strand);
    onTheRight(missed);
    met(new HairOverEyes(1.1 * missed.measured()), strand);
    met(new HairOverEyes(0.08), Shots.calm().drawn(Parts.Kind.HAIR, 0, 0, 288, 90));
  }

  @Test
  void aFringeHidesTheBrows() {
    BrowsHidden check = new BrowsHidden(0.45);
    double brow = Shots.calm().shot().patch().y(105);
    met(check, Shots.calm().drawn(Parts.Kind.HAIR, 0, 0, 288, brow - 4));
    missed(Advice.CLEAR_HAIR, check, Shots.calm().drawn(Parts.Kind.HAIR, 0, 0, 140, brow + 20));
  }

  @Test
  void earsOfSkinAndEarsOfHair() {
    EarsHidden check = new EarsHidden(0.3, 0.05);
    Scalar cheek = colour(205);
    Shots free =
        Shots.calm()
            .painted(bgr -> blot(bgr, 234, 0.3, 0.5, cheek))
            .painted(bgr -> blot(bgr, 454, 0.3, 0.5, cheek));
    missed(Advice.CLEAR_HAIR, check, free.painted(bgr -> blot(bgr, 454, 0.3, 0.6, HAIR)));
    met(
        new EarsHidden(0.3, 0.05),
        Shots.calm()
            .painted(bgr -> blot(bgr, 234, 0.3, 0.5, cheek))
            .painted(bgr -> blot(bgr, 454, 0.3, 0.5, colour(425))));
  }

  @Test
  void aFlashInThePupil() {
    RedEye check = new RedEye(0.3);
    met(check, Shots.calm());
    Shots flashed =
        Shots.calm().painted(bgr -> blot(bgr, 468, 0.12, 0.12, new Scalar(30, 30, 220)));
    onTheRight(missed(Advice.LESS_LIGHT, check, flashed));
  }

  @Test
  void tintedLenses() {
    GlassesTint check = new GlassesTint(0.045);
    met(check, Shots.calm());
    Shots tinted =
        Shots.calm()
            .painted(
                bgr -> {
                  Point eye = Shots.calm().landmarks().point(145);
                  double unit = Shots.calm().landmarks().pupilDistance();
                  Mat lens =
                      bgr.submat(
                          (int) (eye.y - 0.3 * unit),
                          (int) (eye.y + 0.4 * unit),
                          (int) (eye.x - 0.35 * unit),
                          (int) (eye.x + 0.35 * unit));
                  Core.multiply(lens, new Scalar(1, 0.85, 0.6), lens);
                  lens.release();
                });
    onTheRight(missed(Advice.TAKE_OFF_GLASSES, check, tinted));
  }

  @Test
  void aFrameAcrossTheEyeButNotTheLashes() {
    GlassesFrame check = new GlassesFrame(0.8, 0.5);
    met(check, Shots.calm());
    Shots framed =
        Shots.calm()
            .painted(
                bgr -> {
                  double unit = Shots.calm().landmarks().pupilDistance();
                  Point from = Shots.calm().landmarks().point(33);
                  Point to = Shots.calm().landmarks().point(133);
                  Imgproc.line(
                      bgr,
                      new Point(from.x - 0.3 * unit, from.y),
                      new Point(to.x + 0.3 * unit, to.y),
                      new Scalar(10, 10, 10),
                      (int) Math.max(3, 0.08 * unit));
                });
    onTheRight(missed(Advice.TAKE_OFF_GLASSES, check, framed));
  }

  @Test
  void earringsAreSmallAndBright() {
    Jewellery check = new Jewellery(0.02);
    met(check, Shots.calm().masked(mask -> mask.setTo(new Scalar(1))));
    Shots jewels =
        Shots.calm()
            .painted(bgr -> blot(bgr, 132, 0.35, 0.5, HAIR))
            .painted(
                bgr -> {
                  Point ear = Shots.calm().landmarks().point(132);
                  double unit = Shots.calm().landmarks().pupilDistance();
                  Point lobe = new Point(ear.x - 0.1 * unit, ear.y);
                  int radius = (int) Math.max(2, 0.04 * unit);
                  Imgproc.circle(bgr, lobe, radius, new Scalar(255, 255, 255), -1);
                })
            .masked(mask -> mask.setTo(new Scalar(1)));
    missed(Advice.TAKE_OFF_JEWELLERY, check, jewels);
    unseen(check, Shots.calm());
  }
}
