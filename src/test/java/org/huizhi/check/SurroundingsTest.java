package org.huizhi.check;

import java.util.List;
import org.huizhi.face.Landmarks;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** The checks of shoulders, clothes and wall, on both sides of their limits. */
class SurroundingsTest extends CheckCase {
  private static final Scalar PERSON = new Scalar(1);

  /** Head, neck and shoulders whose left one is lower by so many pupil distances. */
  private static void person(Mat mask, double lower) {
    Landmarks face = Shots.calm().landmarks();
    double unit = face.pupilDistance();
    Point chin = face.point(Landmarks.CHIN);
    double x = face.eyeMiddle().x;
    Imgproc.circle(mask, face.eyeMiddle(), (int) (1.1 * unit), PERSON, -1);
    Imgproc.fillPoly(
        mask,
        List.of(
            new MatOfPoint(
                new Point(x - 2.5 * unit, chin.y + 0.6 * unit),
                new Point(x + 2.5 * unit, chin.y + 0.6 * unit + lower * unit),
                new Point(x + 2.5 * unit, chin.y + 9 * unit),
                new Point(x - 2.5 * unit, chin.y + 9 * unit))),
        PERSON);
  }

  @Test
  void shouldersThatSlope() {
    ShouldersTilted check = new ShouldersTilted(8);
    met(check, Shots.calm().masked(mask -> person(mask, 0)));
    missed(Advice.LEVEL_SHOULDERS, check, Shots.calm().masked(mask -> person(mask, 1.2)));
    unseen(check, Shots.calm());
    unseen(check, Shots.calm().masked(mask -> mask.setTo(new Scalar(0))));
  }

  @Test
  void aPlainWallAndOneWithAPictureOnIt() {
    Background check = new Background(0.15, 0.15);
    Shots plain =
        Shots.calm().painted(bgr -> bgr.setTo(new Scalar(200, 190, 180))).masked(m -> person(m, 0));
    met(check, plain);
    Shots busy =
        Shots.calm()
            .painted(bgr -> bgr.setTo(new Scalar(200, 190, 180)))
            .painted(bgr -> bgr.colRange(0, bgr.cols() / 2).setTo(new Scalar(20, 20, 20)))
            .masked(m -> person(m, 0));
    missed(Advice.PLAIN_BACKGROUND, check, busy);
    unseen(check, Shots.calm());
    unseen(check, Shots.calm().masked(mask -> mask.setTo(PERSON)));
  }

  @Test
  void whiteClothes() {
    ClothesLight check = new ClothesLight(0.6, 0.8);
    met(check, dressed(new Scalar(60, 40, 30)));
    missed(Advice.DARKER_CLOTHES, check, dressed(new Scalar(240, 240, 240)));
    met(check, dressed(new Scalar(240, 255, 200)));
    unseen(check, Shots.calm());
  }

  @Test
  void bareShoulders() {
    BareShoulders check = new BareShoulders(0.75, 0.04);
    met(check, dressed(new Scalar(60, 40, 30)));
    missed(Advice.COVER_SHOULDERS, check, dressed(colour(205)));
    unseen(check, Shots.calm());
  }

  private static Shots dressed(Scalar clothes) {
    return Shots.calm()
        .painted(
            bgr -> {
              int below = (int) Shots.calm().landmarks().point(Landmarks.CHIN).y + 4;
              Mat shoulders = bgr.rowRange(Math.min(below, bgr.rows() - 1), bgr.rows());
              shoulders.setTo(clothes);
              shoulders.release();
            })
        .masked(mask -> person(mask, 0));
  }
}
