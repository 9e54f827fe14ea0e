package org.huizhi.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** Grey cards in a light that is known. */
class HallLightTest {
  @Test
  void anEvenGreyCardIsEvenAndGrey() {
    Mat card = new Mat(720, 1280, CvType.CV_8UC3, Scalar.all(128));
    HallLight light = HallLight.of(card);
    assertEquals(0, light.leftRight(), 0.001);
    assertEquals(0, light.topBottom(), 0.001);
    assertEquals(0, light.red(), 0.001);
    assertEquals(0, light.blue(), 0.001);
    assertEquals(0.22, light.brightness(), 0.01);
    card.release();
  }

  /** A lamp at the left gives that half a quarter more light; a warm one gives more red. */
  @Test
  void sidesAndColoursAreTold() {
    Mat card = new Mat(720, 1280, CvType.CV_8UC3, new Scalar(120, 120, 120));
    double more = 120 * Math.pow(1.25, 1 / 2.2);
    card.submat(0, 720, 0, 640).setTo(new Scalar(more, more, more));
    HallLight side = HallLight.of(card);
    assertEquals(2 * 0.25 / 2.25, side.leftRight(), 0.01);
    assertEquals(0, side.topBottom(), 0.001);
    card.submat(360, 720, 0, 1280).setTo(new Scalar(60, 60, 60));
    assertEquals(true, HallLight.of(card).topBottom() > 0.5);
    card.setTo(new Scalar(110, 120, 120 * Math.pow(1.2, 1 / 2.2)));
    HallLight warm = HallLight.of(card);
    assertEquals(0.2, warm.red(), 0.01);
    assertEquals(-0.17, warm.blue(), 0.02);
    card.release();
  }
}
