package org.huizhi.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.huizhi.face.OpenCv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person in the left half: how far inside the outline colours are asked. */
class TrimapTest {
  private static final int SIDE = 100;
  private static final int OUTLINE = 50;

  @BeforeAll
  static void load() {
    OpenCv.load();
  }

  @Test
  void gapsAreLookedForFurtherInsideWhereThePersonIsBright() {
    assertEquals(4, asked(1, 10));
    assertEquals(7, asked(1, 160));
    int between = asked(1, 55);
    assertTrue(between > 4 && between < 7, between + " px");
  }

  @Test
  void whereNothingIsCertainNoneIsTakenForBlack() {
    assertEquals(OUTLINE, asked(0.9f, 160), "all of a soft mask is asked");
    Trimap map = of(0.9f, 160);
    assertEquals(Trimap.BACKGROUND, map.kind[50 * SIDE + OUTLINE + 7]);
  }

  /** The fine net ends ten pixels before the coarse one, as it does at a sheen. */
  @Test
  void aSheenOnBlackHairIsGivenBackAndNoneOnBrightHair() {
    assertTrue(sheen(10) > 0.5f, "black: " + sheen(10));
    assertTrue(sheen(60) < 0.5f, "bright: " + sheen(60));
  }

  private static float sheen(float light) {
    float[] coarse = new float[SIDE * SIDE];
    float[] fine = new float[SIDE * SIDE];
    float[] colours = new float[3 * SIDE * SIDE];
    Arrays.fill(colours, light);
    for (int i = 0; i < coarse.length; i++) {
      coarse[i] = i % SIDE < OUTLINE ? 1 : 0;
      fine[i] = i % SIDE < OUTLINE - 10 ? 1 : 0;
    }
    Trimap map = Trimap.of(colours, coarse, fine, SIDE, SIDE, 1);
    int at = 50 * SIDE + OUTLINE - 5;
    return map.kind[at] == Trimap.PERSON ? 1 : map.guess[at];
  }

  /** So many pixels inside the outline are not certain, in the middle row. */
  private static int asked(float share, float light) {
    Trimap map = of(share, light);
    int asked = 0;
    for (int x = 0; x < OUTLINE; x++) {
      asked += map.kind[50 * SIDE + x] == Trimap.UNKNOWN ? 1 : 0;
    }
    return asked;
  }

  private static Trimap of(float share, float light) {
    float[] alpha = new float[SIDE * SIDE];
    float[] colours = new float[3 * alpha.length];
    Arrays.fill(colours, light);
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = i % SIDE < OUTLINE ? share : 0;
    }
    return Trimap.around(alpha, colours, SIDE, SIDE, 1, 1);
  }
}
