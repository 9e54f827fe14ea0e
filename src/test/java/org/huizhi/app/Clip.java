package org.huizhi.app;

import org.huizhi.Pictures;
import org.huizhi.camera.Camera;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.Demand;
import org.opencv.core.Mat;

/** Single frames of the packaged clips. */
final class Clip {
  private Clip() {}

  static Mat frame(String clip, int number) throws Exception {
    Mat frame = new Mat();
    try (Camera camera =
        new CameraChoice.Replay(Pictures.file(clip), 0, false).open(Demand.USUAL)) {
      for (int i = 0; i <= number; i++) {
        camera.read(frame);
      }
    }
    return frame;
  }
}
