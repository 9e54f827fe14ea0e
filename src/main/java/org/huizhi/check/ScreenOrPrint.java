package org.huizhi.check;

import java.util.Arrays;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * The picture was not taken of a screen or print (照相指引: no re-photographing). The raster of a
 * screen or print repeats itself, and stands out of the face's spectrum as a peak away from its
 * middle: measures the highest such peak over the median of its ring, as a power of ten.
 */
record ScreenOrPrint(double mostPeak) implements Check {
  private static final int SIDE = 128;
  private static final int FROM = SIDE / 5;
  private static final int TO = SIDE / 2 - 2;

  @Override
  public Finding look(Shot shot) {
    double peak = peak(shot);
    return peak <= mostPeak ? new Met(peak) : new Missed(peak, Advice.ASK_STAFF, Places.face(shot));
  }

  private static double peak(Shot shot) {
    FacePatch patch = shot.patch();
    float[] window = new float[SIDE * SIDE];
    int left = FacePatch.EYE_X - SIDE / 2;
    int top = FacePatch.EYE_Y - SIDE / 4;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double fade = hann(x) * hann(y);
        window[y * SIDE + x] = (float) (fade * patch.luma(left + x, top + y));
      }
    }
    Mat waves = new Mat(new int[] {SIDE, SIDE}, CvType.CV_32FC1);
    waves.put(new int[] {0, 0}, window);
    Mat spectrum = new Mat();
    Core.dft(waves, spectrum, Core.DFT_COMPLEX_OUTPUT);
    float[] pairs = new float[2 * SIDE * SIDE];
    spectrum.get(0, 0, pairs);
    waves.release();
    spectrum.release();
    return highest(pairs);
  }

  /** A face's own detail falls off from the middle outwards, so each ring has its own median. */
  private static double highest(float[] pairs) {
    double highest = 0;
    for (int ring = FROM; ring < TO; ring += 4) {
      double[] powers = new double[SIDE * SIDE];
      int count = 0;
      for (int v = -TO; v < TO; v++) {
        for (int u = 1; u < TO; u++) {
          int far = u * u + v * v;
          // Edges of the window and of straight features lie on the axes.
          if (far >= ring * ring && far < (ring + 4) * (ring + 4) && Math.abs(v) > 2 && u > 2) {
            int at = 2 * (Math.floorMod(v, SIDE) * SIDE + u);
            powers[count++] = Math.sqrt(square(pairs[at]) + square(pairs[at + 1]));
          }
        }
      }
      Arrays.sort(powers, 0, count);
      if (count > 0) {
        highest =
            Math.max(highest, Math.log10(powers[count - 1] / Math.max(1e-6, powers[count / 2])));
      }
    }
    return highest;
  }

  private static double square(double value) {
    return value * value;
  }

  private static double hann(int at) {
    return 0.5 - 0.5 * Math.cos(2 * Math.PI * at / (SIDE - 1));
  }

  @Override
  public String limit() {
    return "≤ 10^" + Limits.figure(mostPeak) + " over the spectrum";
  }
}
