package org.huizhi.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.huizhi.face.OpenCv;
import org.huizhi.spec.Rgb;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** A head with a soft outline before white is as wide as it is, whatever its colour. */
class KeyedTest {
  @BeforeAll
  static void load() {
    OpenCv.load();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 60, 120, 170})
  void aHeadIsAsWideAsItIs(int grey) {
    Mat photo = new Mat(new Size(354, 472), CvType.CV_8UC3, Scalar.all(255));
    Imgproc.rectangle(
        photo, new Point(77, 90), new Point(276, 471), Scalar.all(grey), Imgproc.FILLED);
    Imgproc.GaussianBlur(photo, photo, new Size(0, 0), 1.2);
    float[] person = Planes.floats(Keyed.person(photo, new Rgb(255, 255, 255)));
    int width = 0;
    for (int x = 0; x < 354; x++) {
      width += person[236 * 354 + x] > 0.5 ? 1 : 0;
    }
    assertEquals(200, width);
  }
}
