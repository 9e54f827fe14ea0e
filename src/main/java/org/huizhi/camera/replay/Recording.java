package org.huizhi.camera.replay;

import java.time.Duration;
import org.huizhi.camera.CameraTrouble;
import org.opencv.core.Mat;

/** Recorded pictures without an end: after the last comes the first again. */
interface Recording extends AutoCloseable {
  /**
   * Gives the next picture.
   *
   * @param into filled with it, CV_8UC3 BGR
   * @return how long it is to be shown
   */
  Duration next(Mat into) throws CameraTrouble;

  /** Whether there is but one. */
  boolean isOnePicture();

  @Override
  void close();
}
