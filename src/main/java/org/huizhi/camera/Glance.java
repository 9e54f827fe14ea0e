package org.huizhi.camera;

import java.util.Arrays;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * What a watchdog sees of one frame.
 *
 * @param widthPx of the frame
 * @param heightPx of the frame
 * @param print equal for frames that are equal in every sample; a live sensor's noise never is
 * @param brightness mean of all samples, 0 to 255
 * @param roughness mean step from a pixel to the one below it
 * @param tornRow the row from which on the frame is one flat patch, as decoders fill what did not
 *     arrive; -1 for a whole frame
 * @param smeared whether its last rows repeat one row, as other decoders fill it; no lens does that
 */
record Glance(
    int widthPx,
    int heightPx,
    int print,
    double brightness,
    double roughness,
    int tornRow,
    boolean smeared) {

  /** Looks at frames: 64 columns of each, all their rows. Costs about 0.2 ms at 720 rows. */
  static final class Eye implements AutoCloseable {
    private static final int COLUMNS = 64;
    private static final int ROW = COLUMNS * 3;
    private static final double LEAST_FLAT_SHARE = 0.05;

    private final Mat samples = new Mat();
    private byte[] bytes = new byte[0];

    Glance at(Mat bgr) {
      int rows = bgr.rows();
      Imgproc.resize(bgr, samples, new Size(COLUMNS, rows), 0, 0, Imgproc.INTER_NEAREST);
      if (bytes.length != rows * ROW) {
        bytes = new byte[rows * ROW];
      }
      samples.get(0, 0, bytes);
      long sum = 0;
      long steps = 0;
      int last = bytes.length - ROW;
      int flatFrom = rows;
      int sameFrom = rows;
      for (int row = rows - 1; row >= 0; row--) {
        boolean flat = flatFrom == row + 1;
        boolean same = sameFrom == row + 1;
        for (int i = 0, at = row * ROW; i < ROW; i++, at++) {
          sum += bytes[at] & 0xFF;
          steps += at >= ROW ? Math.abs((bytes[at] & 0xFF) - (bytes[at - ROW] & 0xFF)) : 0;
          flat &= bytes[at] == bytes[last + i % 3];
          same &= bytes[at] == bytes[last + i];
        }
        flatFrom = flat ? row : flatFrom;
        sameFrom = same ? row : sameFrom;
      }
      int enough = rows - (int) Math.ceil(LEAST_FLAT_SHARE * rows);
      boolean filled = sameFrom > 0 && sameFrom <= enough && !isShadowOrGlare(last);
      return new Glance(
          bgr.cols(),
          rows,
          Arrays.hashCode(bytes),
          (double) sum / bytes.length,
          (double) steps / bytes.length,
          filled && flatFrom <= enough ? flatFrom : -1,
          filled && flatFrom > enough);
    }

    /** Deep shadow and glaring light are flat by nature. */
    private boolean isShadowOrGlare(int from) {
      int most = 0;
      int least = 255;
      for (int i = from; i < from + ROW; i++) {
        most = Math.max(most, bytes[i] & 0xFF);
        least = Math.min(least, bytes[i] & 0xFF);
      }
      return most <= 24 || least >= 250;
    }

    @Override
    public void close() {
      samples.release();
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
