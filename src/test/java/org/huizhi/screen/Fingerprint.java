package org.huizhi.screen;

import java.util.HexFormat;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A screen as 18×32 squares (32×18 where it is wide) of sixteen greys, a hexadecimal digit each:
 * small enough to keep one of every screen, and a line of words more or less changes it.
 */
record Fingerprint(String digits) {
  private static final int SHORT = 18;
  private static final int LONG = 32;

  /** A square whose mean lies between two greys may come out as either. */
  private static final int TOLERANCE = 1;

  static Fingerprint of(Mat bgr) {
    boolean wide = bgr.cols() > bgr.rows();
    Mat grey = new Mat();
    Imgproc.cvtColor(bgr, grey, Imgproc.COLOR_BGR2GRAY);
    Mat small = new Mat();
    Size size = wide ? new Size(LONG, SHORT) : new Size(SHORT, LONG);
    Imgproc.resize(grey, small, size, 0, 0, Imgproc.INTER_AREA);
    byte[] greys = new byte[SHORT * LONG];
    small.get(0, 0, greys);
    grey.release();
    small.release();
    StringBuilder digits = new StringBuilder();
    for (byte one : greys) {
      digits.append(HexFormat.of().toHexDigits(one).charAt(0));
    }
    return new Fingerprint(digits.toString());
  }

  /** How many squares differ. */
  int difference(Fingerprint other) {
    int differing = 0;
    for (int i = 0; i < digits.length(); i++) {
      int difference =
          HexFormat.fromHexDigit(digits.charAt(i)) - HexFormat.fromHexDigit(other.digits.charAt(i));
      if (Math.abs(difference) > TOLERANCE) {
        differing++;
      }
    }
    return differing;
  }
}
