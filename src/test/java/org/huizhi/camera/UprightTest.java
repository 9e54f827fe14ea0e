package org.huizhi.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class UprightTest {
  private final Mat picture = new Mat(40, 60, CvType.CV_8UC3, Scalar.all(10));
  private final Mat turned = new Mat();

  /** The upper left corner goes where a camera on its side needs it. */
  @ParameterizedTest
  @CsvSource({"0,0,0", "90,0,39", "180,39,59", "270,59,0"})
  void turnsClockwise(int rotation, int row, int column) {
    picture.put(0, 0, new byte[] {1, 2, 3});
    try (Upright upright = new Upright(rotation, Optional.empty())) {
      upright.set(picture, turned);
    }
    assertEquals(rotation % 180 == 0 ? 60 : 40, turned.cols());
    assertArrayEquals(new double[] {1, 2, 3}, turned.get(row, column));
  }

  /** No empty corner, and the middle stays as it is: nothing is stretched one way only. */
  @Test
  void straightensWithoutEmptyCorners() {
    Lens lens = new Lens(640, 480, 500, 500, 320, 240, -0.3, 0.1, 0, 0, 0);
    Mat white = new Mat(720, 960, CvType.CV_8UC3, Scalar.all(255));
    try (Upright upright = new Upright(90, Optional.of(lens))) {
      upright.set(white, turned);
    }
    assertEquals(720, turned.cols());
    for (int[] corner : new int[][] {{0, 0}, {0, 719}, {959, 0}, {959, 719}}) {
      assertTrue(turned.get(corner[0], corner[1])[0] > 250, "an empty corner");
    }
  }
}
