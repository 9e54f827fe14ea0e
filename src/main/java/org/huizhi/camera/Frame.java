package org.huizhi.camera;

/**
 * Which frame a picture is.
 *
 * @param number counts the frames of this run, from 1
 * @param nanos when it arrived, on the clock of {@link System#nanoTime}
 */
public record Frame(long number, long nanos) {
  /** Before the first frame. */
  public static final Frame NONE = new Frame(0, 0);
}
