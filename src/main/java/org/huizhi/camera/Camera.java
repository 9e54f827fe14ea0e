package org.huizhi.camera;

import org.opencv.core.Mat;

/** A source of pictures. One thread opens, reads and closes it. */
public interface Camera extends AutoCloseable {
  /** What staff call it, such as a device name or file. */
  String name();

  /** True for recorded pictures: the screen must then say that this is a demonstration. */
  boolean isDemonstration();

  /**
   * Waits for the next picture.
   *
   * @param into filled with it, CV_8UC3 BGR, unmirrored; its memory is reused where the size fits
   * @throws CameraTrouble when none will come; the camera is then to be closed
   */
  void read(Mat into) throws CameraTrouble;

  @Override
  void close();
}
