package org.huizhi.camera;

import org.opencv.core.Mat;

/** A source of pictures. One thread opens, reads and closes it. */
public interface Camera extends AutoCloseable {
  /** What staff call it, such as a device name or file. */
  String name();

  /** True for recorded pictures: the screen must then say that this is a demonstration. */
  default boolean isDemonstration() {
    return false;
  }

  /** True when all it has is one picture, so that seeing it again means nothing. */
  default boolean isOnePicture() {
    return false;
  }

  /**
   * Waits for the next picture.
   *
   * @param into filled with it, CV_8UC3 BGR, unmirrored; its memory is reused where the size fits
   * @throws CameraTrouble when none will come; the camera is then to be closed
   */
  void read(Mat into) throws CameraTrouble;

  /**
   * Passes the next picture over without decoding it, so that none grows old where a device or a
   * line keeps some back.
   *
   * @return false where none is kept back, and the caller may rest instead
   * @throws CameraTrouble as {@link #read}
   */
  default boolean skip() throws CameraTrouble {
    return false;
  }

  /**
   * Takes one picture in the largest size that the device has, then goes on as before.
   *
   * @param into filled with it; untouched when there is none larger than the live pictures
   * @return whether there was one
   */
  default boolean still(Mat into) throws CameraTrouble {
    return false;
  }

  /** Keeps exposure, white balance and focus as they are now, or lets them follow the light. */
  default void hold(boolean held) {}

  /** Ends a read that hangs; the one method for any thread. */
  default void abort() {}

  @Override
  void close();
}
