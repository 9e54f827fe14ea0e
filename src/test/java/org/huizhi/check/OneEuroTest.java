package org.huizhi.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OneEuroTest {
  private static final long FRAME = 33_000_000;

  @Test
  void aStillEyeDoesNotTremble() {
    OneEuro filter = new OneEuro(1.2, 3);
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (int i = 0; i < 60; i++) {
      double smooth = filter.smooth(10 + (i % 2 == 0 ? 0.02 : -0.02), i * FRAME);
      if (i > 20) {
        least = Math.min(least, smooth);
        most = Math.max(most, smooth);
      }
    }
    assertTrue(most - least < 0.02, "trembles by " + (most - least) + " of 0.04");
    assertEquals(10, (least + most) / 2, 0.01);
  }

  @Test
  void aMovingEyeIsNotLate() {
    OneEuro filter = new OneEuro(1.2, 3);
    double lag = 0;
    for (int i = 0; i < 60; i++) {
      double raw = 2.0 * i * FRAME / 1e9;
      lag = raw - filter.smooth(raw, i * FRAME);
    }
    assertTrue(lag < 0.067, "late by " + lag + " of the 0.067 that it moves in a frame");
    filter.reset();
    assertEquals(7, filter.smooth(7, 61 * FRAME));
  }
}
