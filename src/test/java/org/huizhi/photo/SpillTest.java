package org.huizhi.photo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.huizhi.face.OpenCv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** A brown disc before a wall, as a JPEG with colour at half size leaves it. */
class SpillTest {
  private static final Scalar BROWN = new Scalar(60, 85, 115);
  private static final Scalar BLUE_WALL = new Scalar(240, 125, 65);
  private static final Point MIDDLE = new Point(160, 160);
  private static final int RADIUS = 90;

  @BeforeAll
  static void load() {
    OpenCv.load();
  }

  @Test
  void theRimLosesTheWallsColourAndKeepsItsLight() {
    Mat shot = shot(BLUE_WALL);
    Mat person = shot.clone();
    Spill.clean(person, shot, alpha(), 1);
    int rim = (int) MIDDLE.x + RADIUS - 1;
    double before = tint(shot, rim);
    double after = tint(person, rim);
    assertTrue(before > 25, "the JPEG tints the rim by " + before);
    assertTrue(after < before / 4, "tinted by " + before + ", then by " + after);
    assertEquals(light(shot, rim), light(person, rim), 1.5);
  }

  @Test
  void whatLiesDeeperIsTheShotsOwn() {
    Mat shot = shot(BLUE_WALL);
    Mat person = shot.clone();
    Spill.clean(person, shot, alpha(), 1);
    assertArrayEquals(
        shot.get((int) MIDDLE.y, (int) MIDDLE.x), person.get((int) MIDDLE.y, (int) MIDDLE.x));
    int inside = (int) MIDDLE.x + RADIUS - 12;
    assertArrayEquals(shot.get((int) MIDDLE.y, inside), person.get((int) MIDDLE.y, inside));
  }

  @Test
  void aWallOfThePersonsOwnColourTintsNobody() {
    staysAsShot(shot(new Scalar(160, 185, 215)));
  }

  @Test
  void aDullGreenWallIsTakenOffDarkHair() {
    Mat shot = shot(new Scalar(33, 32, 30), new Scalar(105, 155, 70));
    Mat person = shot.clone();
    Spill.clean(person, shot, alpha(), 1);
    int rim = (int) MIDDLE.x + RADIUS - 1;
    double before = green(shot, rim);
    double after = green(person, rim);
    assertTrue(before > 8, "the JPEG tints the rim by " + before);
    assertTrue(after < before / 3, "tinted by " + before + ", then by " + after);
  }

  @Test
  void purpleClothesBeforeAGreyWallStayAsTheyWereShot() {
    staysAsShot(shot(new Scalar(130, 70, 110), new Scalar(170, 170, 170)));
  }

  private static void staysAsShot(Mat shot) {
    Mat person = shot.clone();
    Spill.clean(person, shot, alpha(), 1);
    int rim = (int) MIDDLE.x + RADIUS - 1;
    assertArrayEquals(shot.get((int) MIDDLE.y, rim), person.get((int) MIDDLE.y, rim));
  }

  private static Mat shot(Scalar wall) {
    return shot(BROWN, wall);
  }

  private static Mat shot(Scalar disc, Scalar wall) {
    Mat picture = new Mat(new Size(320, 320), CvType.CV_8UC3, wall);
    Imgproc.circle(picture, MIDDLE, RADIUS, disc, -1);
    MatOfByte jpeg = new MatOfByte();
    MatOfInt halfColour =
        new MatOfInt(
            Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR, Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_420);
    Imgcodecs.imencode(".jpg", picture, jpeg, halfColour);
    return Imgcodecs.imdecode(jpeg, Imgcodecs.IMREAD_COLOR);
  }

  private static Mat alpha() {
    Mat alpha = Mat.zeros(new Size(320, 320), CvType.CV_32FC1);
    Imgproc.circle(alpha, MIDDLE, RADIUS, new Scalar(1), -1);
    return alpha;
  }

  /** How far blue less light is from the disc's own. */
  private static double tint(Mat picture, int x) {
    double own = BROWN.val[0] - (0.114 * 60 + 0.587 * 85 + 0.299 * 115);
    return Math.abs(picture.get((int) MIDDLE.y, x)[0] - light(picture, x) - own);
  }

  private static double green(Mat picture, int x) {
    double[] bgr = picture.get((int) MIDDLE.y, x);
    return bgr[1] - Math.max(bgr[0], bgr[2]);
  }

  private static double light(Mat picture, int x) {
    double[] bgr = picture.get((int) MIDDLE.y, x);
    return 0.114 * bgr[0] + 0.587 * bgr[1] + 0.299 * bgr[2];
  }
}
