package org.huizhi.app;

import java.time.Duration;
import java.util.Optional;
import org.huizhi.camera.CameraLoop;
import org.opencv.core.Mat;

/** What a shot asks of the camera beyond its live pictures. */
final class Shutter {
  private static final Duration PATIENCE = Duration.ofMillis(2500);

  private final CameraLoop camera;
  private final boolean fullStill;

  /**
   * @param fullStill whether shots are taken anew in the camera's largest size
   */
  Shutter(CameraLoop camera, boolean fullStill) {
    this.camera = camera;
    this.fullStill = fullStill;
  }

  /** What is done while the camera holds still. */
  interface Shooting<T> {
    T shoot() throws InterruptedException;
  }

  /** Does something while exposure, white balance and focus stay as they are. */
  <T> T held(Shooting<T> shooting) throws InterruptedException {
    camera.hold(true);
    try {
      return shooting.shoot();
    } finally {
      camera.hold(false);
    }
  }

  /** A larger picture than the live ones, which the caller releases; empty where there is none. */
  Optional<Mat> still() throws InterruptedException {
    return fullStill ? camera.still(PATIENCE) : Optional.empty();
  }
}
