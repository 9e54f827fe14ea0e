package org.huizhi.camera;

import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** Gives a picture's memory back without the person on it. */
public final class Blot {
  private Blot() {}

  public static void out(Mat picture) {
    if (!picture.empty()) {
      picture.setTo(Scalar.all(0));
    }
    picture.release();
  }
}
