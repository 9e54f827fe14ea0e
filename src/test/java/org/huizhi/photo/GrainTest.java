package org.huizhi.photo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.huizhi.face.OpenCv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** A noisy person on the left, a ramp of alpha of twelve pixels, nothing on the right. */
class GrainTest {
  private static final int SIDE = 60;
  private static final int FROM = 20;
  private static final int TO = 32;
  private static final float OWN = 90;

  @BeforeAll
  static void load() {
    OpenCv.load();
  }

  @Test
  void mixedPixelsGrowCalmAndSolidOnesStayAsTheyWereShot() {
    Mat alpha = alpha();
    Mat person = noisy();
    float[] before = Planes.floats(person);
    Grain.calm(alpha, person);
    float[] after = Planes.floats(person);
    assertArrayEquals(columns(before, 0, FROM), columns(after, 0, FROM));
    assertTrue(
        noise(columns(after, FROM, TO)) < 0.6 * noise(columns(before, FROM, TO)),
        "noise " + noise(columns(before, FROM, TO)) + ", then " + noise(columns(after, FROM, TO)));
    float[] share = Planes.floats(alpha);
    assertEquals(1, share[FROM - 1]);
    assertEquals(0, share[TO]);
  }

  @Test
  void whatIsHardlyPersonHasNothingToSayOfColours() {
    Mat alpha = alpha();
    Mat person = new Mat(SIDE, SIDE, CvType.CV_32FC3, Scalar.all(OWN));
    person.submat(0, SIDE, TO - 2, SIDE).setTo(Scalar.all(250));
    Grain.calm(alpha, person);
    assertEquals(OWN, Planes.floats(person)[3 * (TO - 5)], 2);
  }

  @Test
  void alphaGrowsCalmToo() {
    float[] noisy = new float[SIDE * SIDE];
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = (i / SIDE + i) % 2 == 0 ? 0.4f : 0.6f;
    }
    Mat alpha = Planes.mat(noisy, SIDE, SIDE);
    Grain.calm(alpha, noisy());
    float[] calm = Planes.floats(alpha);
    int middle = SIDE / 2 * SIDE + SIDE / 2;
    assertTrue(Math.abs(calm[middle] - 0.5) < 0.085, "alpha " + calm[middle]);
  }

  private static Mat alpha() {
    float[] alpha = new float[SIDE * SIDE];
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = Math.clamp((TO - i % SIDE) / (float) (TO - FROM + 1), 0f, 1f);
      alpha[i] = i % SIDE < FROM ? 1 : alpha[i];
    }
    return Planes.mat(alpha, SIDE, SIDE);
  }

  private static Mat noisy() {
    Mat person = new Mat(SIDE, SIDE, CvType.CV_32FC3);
    Core.setRNGSeed(3);
    Core.randn(person, OWN, 8);
    return person;
  }

  private static float[] columns(float[] colours, int from, int to) {
    float[] some = new float[3 * SIDE * (to - from)];
    for (int y = 0; y < SIDE; y++) {
      System.arraycopy(colours, 3 * (y * SIDE + from), some, 3 * y * (to - from), 3 * (to - from));
    }
    return some;
  }

  private static double noise(float[] colours) {
    double sum = 0;
    for (float colour : colours) {
      sum += (colour - OWN) * (colour - OWN);
    }
    return Math.sqrt(sum / colours.length);
  }
}
