package org.huizhi.camera.replay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.huizhi.camera.CameraTrouble;
import org.opencv.core.Mat;

/** Recorded pictures, from the first to the last. */
public interface Recording extends AutoCloseable {
  /** Opens a video (MP4), a folder of pictures or one picture. */
  static Recording of(Path source) throws CameraTrouble {
    return isVideo(source) ? new VideoRecording(source) : new PictureRecording(source);
  }

  /** Whether a file is a video, as its name says. */
  static boolean isVideo(Path source) {
    return source.toString().toLowerCase(Locale.ROOT).endsWith(".mp4");
  }

  /**
   * Gives the next picture.
   *
   * @param into filled with it, CV_8UC3 BGR
   * @return how long it is to be shown; empty after the last
   */
  Optional<Duration> next(Mat into) throws CameraTrouble;

  /**
   * What a file that was cut off lacks, as the end of a sentence that begins with its name. To be
   * asked after the last picture; empty where all is there.
   */
  default Optional<String> lack() {
    return Optional.empty();
  }

  /** Goes back before the first picture. */
  void rewind() throws CameraTrouble;

  /** Whether there is but one. */
  boolean isOnePicture();

  @Override
  void close();
}
