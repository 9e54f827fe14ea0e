package org.huizhi.camera;

import java.time.Duration;
import java.util.function.Consumer;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/**
 * One slot between the camera and everyone who looks: the newest frame wins and nothing queues up.
 * Safe for any number of threads; a copy at 1280×720 takes a fraction of a millisecond, so nobody
 * waits long for another.
 */
public final class LatestFrame {
  private final Mat newest = new Mat();
  private Frame frame = Frame.NONE;

  /** Copies a picture in (CV_8UC3 BGR) and wakes those who wait. */
  public synchronized void put(Mat bgr) {
    bgr.copyTo(newest);
    frame = new Frame(frame.number() + 1, System.nanoTime());
    notifyAll();
  }

  /** The newest frame's number and time, without its picture. */
  public synchronized Frame peek() {
    return frame;
  }

  /**
   * Copies the newest picture out if it is newer than one already seen.
   *
   * @param seen the frame last taken, or {@link Frame#NONE}
   * @param into filled with the picture; untouched when there is none newer
   * @return the frame that was taken, or {@code seen} when there is none newer
   */
  public synchronized Frame take(Frame seen, Mat into) {
    return take(seen, picture -> picture.copyTo(into));
  }

  /**
   * As {@link #take(Frame, Mat)}, for whoever needs less than the whole picture.
   *
   * @param cut copies out what is needed, at once: the camera waits meanwhile
   */
  public synchronized Frame take(Frame seen, Consumer<Mat> cut) {
    if (frame.number() == seen.number()) {
      return seen;
    }
    cut.accept(newest);
    return frame;
  }

  /** As {@link #take}, but waits for a newer frame, at most so long. */
  public synchronized Frame await(Frame seen, Mat into, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (frame.number() == seen.number()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return seen;
      }
      wait(left);
    }
    return take(seen, into);
  }

  /** Blackens the picture, so that nothing of a person stays here. */
  public synchronized void forget() {
    newest.setTo(Scalar.all(0));
  }
}
