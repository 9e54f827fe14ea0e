package org.huizhi.photo;

import java.util.Arrays;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * Carries trusted alpha to its neighbours: in every small window alpha is taken to be a linear
 * function of colour, fitted with the trust as weight. He, Sun and Tang's guided filter (2013) with
 * a colour guide and weights.
 */
final class EdgeSmoother {
  private static final int ROUNDS = 2;
  private static final double RADIUS_PX = 4;

  /** Keeps flat windows flat: variance of colour (0 to 1) below this tells nothing. */
  private static final double FLAT = 3e-4;

  /** Share of the trusted samples in the answer. */
  private static final float KEPT = 0.5f;

  private static final int COLOUR_MOMENTS = 10;
  private static final int ALPHA_MOMENTS = 4;

  private final Trimap map;
  private final float[] colours;
  private final EdgeSamples samples;
  private final int radius;
  private final byte[] near;

  /**
   * Weight, weighted colours and their products, as means over each window: alike in all rounds.
   */
  private final float[] colourMeans;

  private EdgeSmoother(Trimap map, float[] colours, EdgeSamples samples, double unit) {
    this.map = map;
    this.colours = colours;
    this.samples = samples;
    radius = (int) Math.max(1, Math.round(RADIUS_PX * unit));
    near = nearBand(map, radius);
    colourMeans = Planes.mean(colourMoments(), map.width, map.height, radius);
  }

  /** Alpha of the whole picture, 0 to 1; certain pixels stay as they are. */
  static float[] smooth(Trimap map, float[] colours, EdgeSamples samples, double unit) {
    EdgeSmoother smoother = new EdgeSmoother(map, colours, samples, unit);
    float[] alpha = samples.alpha;
    for (int round = 0; round < ROUNDS; round++) {
      alpha = smoother.round(alpha);
    }
    return alpha;
  }

  private static byte[] nearBand(Trimap map, int radius) {
    byte[] band = new byte[map.kind.length];
    for (int i = 0; i < band.length; i++) {
      band[i] = (byte) (map.kind[i] == Trimap.UNKNOWN ? 255 : 0);
    }
    Mat mask = new Mat(map.height, map.width, CvType.CV_8UC1);
    mask.put(0, 0, band);
    Mat square = Mat.ones(2 * radius + 1, 2 * radius + 1, CvType.CV_8UC1);
    Imgproc.dilate(mask, mask, square);
    mask.get(0, 0, band);
    mask.release();
    square.release();
    return band;
  }

  private float[] round(float[] alpha) {
    float[] lines = lines(Planes.mean(alphaMoments(alpha), map.width, map.height, radius));
    float[] mean = Planes.mean(lines, map.width, map.height, radius);
    float[] smooth = Arrays.copyOf(alpha, alpha.length);
    for (int i = 0; i < smooth.length; i++) {
      if (map.kind[i] == Trimap.UNKNOWN) {
        float fit =
            mean[4 * i] * colours[3 * i]
                + mean[4 * i + 1] * colours[3 * i + 1]
                + mean[4 * i + 2] * colours[3 * i + 2];
        float kept = KEPT * samples.trust[i];
        smooth[i] =
            kept * samples.alpha[i] + (1 - kept) * Math.clamp(fit / 255 + mean[4 * i + 3], 0f, 1f);
      }
    }
    return smooth;
  }

  private float[] colourMoments() {
    float[] sums = new float[COLOUR_MOMENTS * near.length];
    for (int i = 0, at = 0; i < near.length; i++, at += COLOUR_MOMENTS) {
      float weight = samples.trust[i];
      float b = colours[3 * i] / 255;
      float g = colours[3 * i + 1] / 255;
      float r = colours[3 * i + 2] / 255;
      sums[at] = weight;
      sums[at + 1] = weight * b;
      sums[at + 2] = weight * g;
      sums[at + 3] = weight * r;
      sums[at + 4] = weight * b * b;
      sums[at + 5] = weight * b * g;
      sums[at + 6] = weight * b * r;
      sums[at + 7] = weight * g * g;
      sums[at + 8] = weight * g * r;
      sums[at + 9] = weight * r * r;
    }
    return sums;
  }

  /** Weighted alpha and its products with B, G and R, for each pixel. */
  private float[] alphaMoments(float[] alpha) {
    float[] sums = new float[ALPHA_MOMENTS * alpha.length];
    for (int i = 0, at = 0; i < alpha.length; i++, at += ALPHA_MOMENTS) {
      float weighted = samples.trust[i] * alpha[i] / 255;
      sums[at] = samples.trust[i] * alpha[i];
      sums[at + 1] = weighted * colours[3 * i];
      sums[at + 2] = weighted * colours[3 * i + 1];
      sums[at + 3] = weighted * colours[3 * i + 2];
    }
    return sums;
  }

  /** Slope for B, G, R and constant of the line in each window, by Cramer's rule. */
  private float[] lines(float[] alphaMeans) {
    float[] lines = new float[4 * near.length];
    for (int i = 0; i < near.length; i++) {
      if (near[i] == 0) {
        continue;
      }
      int at = COLOUR_MOMENTS * i;
      double weight = colourMeans[at] + 1e-9;
      double b = colourMeans[at + 1] / weight;
      double g = colourMeans[at + 2] / weight;
      double r = colourMeans[at + 3] / weight;
      double bb = colourMeans[at + 4] / weight - b * b + FLAT;
      double bg = colourMeans[at + 5] / weight - b * g;
      double br = colourMeans[at + 6] / weight - b * r;
      double gg = colourMeans[at + 7] / weight - g * g + FLAT;
      double gr = colourMeans[at + 8] / weight - g * r;
      double rr = colourMeans[at + 9] / weight - r * r + FLAT;
      int alphaAt = ALPHA_MOMENTS * i;
      double alpha = alphaMeans[alphaAt] / weight;
      double ab = alphaMeans[alphaAt + 1] / weight - b * alpha;
      double ag = alphaMeans[alphaAt + 2] / weight - g * alpha;
      double ar = alphaMeans[alphaAt + 3] / weight - r * alpha;
      double c00 = gg * rr - gr * gr;
      double c01 = br * gr - bg * rr;
      double c02 = bg * gr - br * gg;
      double c11 = bb * rr - br * br;
      double c12 = bg * br - bb * gr;
      double c22 = bb * gg - bg * bg;
      double det = bb * c00 + bg * c01 + br * c02;
      double slopeB = (c00 * ab + c01 * ag + c02 * ar) / det;
      double slopeG = (c01 * ab + c11 * ag + c12 * ar) / det;
      double slopeR = (c02 * ab + c12 * ag + c22 * ar) / det;
      lines[4 * i] = (float) slopeB;
      lines[4 * i + 1] = (float) slopeG;
      lines[4 * i + 2] = (float) slopeR;
      lines[4 * i + 3] = (float) (alpha - slopeB * b - slopeG * g - slopeR * r);
    }
    return lines;
  }
}
