package org.huizhi.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

class MasksTest {
  @Test
  void personMaskHoldsThePersonAndNotTheWall() {
    try (PersonMask masks = PersonMask.open()) {
      Mat picture = Pictures.read("audrey.jpg");
      Mat mask = masks.of(picture);
      assertMask(picture, mask);
      mask.release();
      picture.release();
    }
  }

  @Test
  void fineMaskHoldsThePersonAndNotTheWall() {
    try (FineMask masks = FineMask.open()) {
      Mat picture = Pictures.read("audrey.jpg");
      Mat mask = masks.of(picture);
      assertMask(picture, mask);
      mask.release();
      picture.release();
    }
  }

  private static void assertMask(Mat picture, Mat mask) {
    assertEquals(picture.size(), mask.size());
    assertEquals(CvType.CV_32FC1, mask.type());
    assertTrue(mask.get(picture.rows() / 2, picture.cols() / 2)[0] > 0.9, "the face");
    assertTrue(mask.get(3, 3)[0] < 0.2, "the wall");
  }
}
