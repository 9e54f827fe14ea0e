package org.huizhi.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.huizhi.face.OpenCv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person in the left half before a grey wall: what one pixel between them must be. */
class LeastShareTest {
  private static final int SIDE = 60;
  private static final int OUTLINE = 30;
  private static final float WALL = 105;

  private final float[] colours = new float[3 * SIDE * SIDE];

  @BeforeAll
  static void load() {
    OpenCv.load();
  }

  @Test
  void whatIsLikeTheWallMayBeTheWall() {
    assertEquals(0, of(WALL));
    assertEquals(0, of(WALL + 18), "noise");
    assertEquals(0, of(WALL + 18 + 14), "less than a tenth");
    assertEquals(0, of(WALL - 18 - 10));
  }

  @Test
  void whatIsLikeNoWallIsAtLeastTheShareOfWhiteOrBlackThatMakesItSo() {
    assertEquals(0.5f, of(WALL + 18 + 75), 1e-4);
    assertEquals(0.4f, of(WALL - 18 - 42), 1e-4);
  }

  @Test
  void anyWallNearTellsThatItMayBeThat() {
    fill();
    for (int y = 20; y < 28; y++) {
      for (int x = 40; x < 48; x++) {
        paint(x, y, 200);
      }
    }
    assertEquals(0, at(200));
  }

  private float of(float light) {
    fill();
    return at(light);
  }

  private void fill() {
    Arrays.fill(colours, WALL);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < OUTLINE; x++) {
        paint(x, y, 10);
      }
    }
  }

  private float at(float light) {
    paint(OUTLINE, SIDE / 2, light);
    float[] alpha = new float[SIDE * SIDE];
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = i % SIDE < OUTLINE ? 1 : 0;
    }
    Trimap map = Trimap.around(alpha, colours, SIDE, SIDE, 1, 1);
    return new LeastShare(map, colours, new Rays(1)).at(OUTLINE, SIDE / 2);
  }

  private void paint(int x, int y, float light) {
    Arrays.fill(colours, 3 * (y * SIDE + x), 3 * (y * SIDE + x) + 3, light);
  }
}
