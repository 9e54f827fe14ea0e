package org.huizhi.camera;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  private static final long FRAME = Duration.ofMillis(33).toNanos();

  private final WarmUp warmUp = new WarmUp();
  private long now;

  @Test
  void lastsUntilTheExposureHasSettled() {
    for (double brightness : new double[] {20, 60, 90, 110, 115, 116, 116, 116}) {
      assertTrue(goesOn(brightness), "settled at " + brightness);
    }
    assertFalse(goesOn(116));
    assertFalse(goesOn(20), "it comes but once");
  }

  @Test
  void lastsNoLongerThanASecondAndAHalf() {
    int frames = 0;
    while (goesOn(frames % 2 == 0 ? 50 : 90)) {
      frames++;
    }
    assertTrue(frames * FRAME < Duration.ofMillis(1600).toNanos(), frames + " frames");
  }

  private boolean goesOn(double brightness) {
    now += FRAME;
    return warmUp.goesOn(new Glance(640, 480, (int) now, brightness, 8, -1, false), now);
  }
}
