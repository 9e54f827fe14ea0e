package org.huizhi.photo;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * What the two nets know before colours are looked at: certain person, certain background, and the
 * band between them with a guess for each of its pixels.
 */
final class Trimap {
  static final byte BACKGROUND = 0;
  static final byte UNKNOWN = 1;
  static final byte PERSON = 2;

  /** Share of the coarse outline in the guess: it steadies the fine one at ears and shoulders. */
  private static final float COARSE_SHARE = 0.2f;

  /** Further inside the coarse outline than this all is person, further outside nothing is. */
  private static final double CORE_PX = 16;

  private static final double GATE_PX = 45;

  /**
   * In black hair the fine net takes a sheen along the edge for the wall. Where the coarse one sees
   * more of the person by this, the rest of the difference is given back; nothing in hair as bright
   * as {@link #DARK}.
   */
  private static final float CLEARLY = 0.15f;

  /**
   * So deep inside the coarse outline the fine net must agree; where it does not, it has lost a
   * part of the person and nothing that it says within this reach counts.
   */
  private static final double LOST_DEPTH_PX = 14;

  private static final double LOST_REACH_PX = 30;

  /**
   * The fine outline is right to this where it is sure of itself: it loses hair, never adds any.
   * Gaps between bright hairs are seen far inside; in black ones the camera's noise looks like
   * gaps, and the outline is right nearly everywhere.
   */
  private static final double INSIDE_BLACK_PX = 2;

  private static final double INSIDE_BRIGHT_PX = 5;
  private static final double OUTSIDE_PX = 8;

  /** The same for the outline of a first alpha, and what of it may be hair. */
  private static final double AGAIN_INSIDE_BLACK_PX = 4;

  private static final double AGAIN_INSIDE_BRIGHT_PX = 7;
  private static final double AGAIN_OUTSIDE_PX = 6;
  private static final float MIXED_FROM = 0.05f;
  private static final float MIXED_TO = 0.95f;

  /** What is black, dark and bright, in 8-bit levels: a mean of the person so far around. */
  private static final float BLACK = 20;

  private static final float DARK = 50;
  private static final float BRIGHT = 90;
  private static final double LIGHT_PX = 14;

  /** The band that doubt is counted against reaches so far inside everywhere. */
  private static final double SURE_INSIDE_PX = 4;

  private static final double SLOPE_PX = 2.5;
  private static final float UNSURE_FROM = 0.22f;
  private static final float UNSURE_TO = 0.6f;

  final int width;
  final int height;
  final byte[] kind;

  /** 0 to 1 for each unknown pixel. */
  final float[] guess;

  /**
   * How much the nets leave undecided, in parts of a band all along a sure outline: 1 when they
   * agree, more where one of them takes something else for the person.
   */
  final double doubt;

  private Trimap(float[] person, float[] light, int width, int height, double unit) {
    this.width = width;
    this.height = height;
    kind = new byte[width * height];
    guess = new float[width * height];
    float[] depth = Planes.signedDistance(Planes.largestPart(person, width, height, 0.5));
    double undecided = 0;
    double band = 1;
    for (int i = 0; i < depth.length; i++) {
      boolean unsure = person[i] > UNSURE_FROM && person[i] < UNSURE_TO;
      boolean reached = depth[i] >= -OUTSIDE_PX * unit;
      double inside = between(INSIDE_BLACK_PX, INSIDE_BRIGHT_PX, light[i]);
      if (unsure || (reached && depth[i] <= inside * unit)) {
        kind[i] = UNKNOWN;
        double byDistance = 1 / (1 + Math.exp(-depth[i] / (SLOPE_PX * unit)));
        guess[i] = (float) (0.5 * byDistance + 0.5 * person[i]);
      } else if (depth[i] > 0) {
        kind[i] = PERSON;
      }
      boolean near = reached && depth[i] <= SURE_INSIDE_PX * unit;
      band += near ? 1 : 0;
      undecided += near || unsure ? 1 : 0;
    }
    doubt = undecided / band;
  }

  /**
   * @param colours B, G, R of each pixel, 0 to 255
   * @param coarse the person mask, 0 to 1
   * @param fine the fine mask, 0 to 1
   * @param unit how many pixels of this picture one pixel of a usual portrait is: lengths here are
   *     meant for 190 px between the pupils
   */
  static Trimap of(
      float[] colours, float[] coarse, float[] fine, int width, int height, double unit) {
    float[] light = light(coarse, colours, width, height, unit);
    float[] person = joined(coarse, fine, light, width, height, unit);
    return new Trimap(person, light(person, colours, width, height, unit), width, height, unit);
  }

  private Trimap(float[] alpha, float[] light, int width, int height, double unit, double doubt) {
    this.width = width;
    this.height = height;
    this.doubt = doubt;
    kind = new byte[width * height];
    guess = alpha;
    float[] depth = Planes.signedDistance(Planes.largestPart(alpha, width, height, 0.5));
    for (int i = 0; i < depth.length; i++) {
      boolean unsure = alpha[i] > MIXED_FROM && alpha[i] < MIXED_TO;
      double inside = between(AGAIN_INSIDE_BLACK_PX, AGAIN_INSIDE_BRIGHT_PX, light[i]);
      boolean near = depth[i] <= inside * unit && depth[i] >= -AGAIN_OUTSIDE_PX * unit;
      if (near || unsure) {
        kind[i] = UNKNOWN;
      } else if (depth[i] > 0) {
        kind[i] = PERSON;
      }
    }
  }

  /**
   * What is certain once a first alpha was found on a smaller picture, which is the guess now.
   *
   * @param alpha 0 to 1 for each pixel; kept, not copied
   * @param colours B, G, R of each pixel, 0 to 255
   * @param doubt of the first one
   */
  static Trimap around(
      float[] alpha, float[] colours, int width, int height, double unit, double doubt) {
    float[] light = light(alpha, colours, width, height, unit);
    return new Trimap(alpha, light, width, height, unit, doubt);
  }

  private static double between(double black, double bright, float light) {
    return black + Math.clamp((light - BLACK) / (BRIGHT - BLACK), 0f, 1f) * (bright - black);
  }

  /** The brightness of what is person around each pixel. */
  private static float[] light(float[] alpha, float[] colours, int width, int height, double unit) {
    float[] light = new float[alpha.length];
    float[] solid = new float[alpha.length];
    for (int i = 0; i < alpha.length; i++) {
      if (alpha[i] >= MIXED_TO) {
        solid[i] = 1;
        light[i] = (float) Planes.light(colours[3 * i], colours[3 * i + 1], colours[3 * i + 2]);
      }
    }
    int near = Math.max(1, (int) Math.round(LIGHT_PX * unit));
    float[] sums = Planes.mean(light, width, height, near);
    float[] shares = Planes.mean(solid, width, height, near);
    for (int i = 0; i < light.length; i++) {
      // Where nothing is certain the outline is not either: the wider band, as for bright hair.
      light[i] = shares[i] < 1e-4f ? BRIGHT : sums[i] / shares[i];
    }
    return light;
  }

  /** The fine mask, steadied by the coarse one and gated by its outline. */
  private static float[] joined(
      float[] coarse, float[] fine, float[] light, int width, int height, double unit) {
    float[] depth = Planes.signedDistance(Planes.largestPart(coarse, width, height, 0.5));
    float[] lost = lost(depth, fine, width, height, unit);
    float[] person = new float[coarse.length];
    for (int i = 0; i < person.length; i++) {
      if (depth[i] > CORE_PX * unit) {
        person[i] = 1;
      } else if (depth[i] >= -GATE_PX * unit) {
        float share = Math.max(COARSE_SHARE, lost[i]);
        float sheen = Math.max(0, coarse[i] - fine[i] - CLEARLY);
        float black = 1 - Math.clamp((light[i] - BLACK) / (DARK - BLACK), 0f, 1f);
        person[i] = share * coarse[i] + (1 - share) * fine[i] + black * sheen;
      }
    }
    return person;
  }

  /** 1 around places where the fine net lost the person, such as a shoulder, falling to 0. */
  private static float[] lost(float[] depth, float[] fine, int width, int height, double unit) {
    float[] lost = new float[depth.length];
    for (int i = 0; i < lost.length; i++) {
      lost[i] = depth[i] > LOST_DEPTH_PX * unit && fine[i] < 0.5f ? 1 : 0;
    }
    int speck = Math.max(1, (int) Math.round(2 * unit));
    int reach = Math.max(2, (int) Math.round(LOST_REACH_PX * unit));
    Mat mask = Planes.mat(lost, width, height);
    Mat small = disc(speck);
    Mat wide = disc(reach);
    Imgproc.morphologyEx(mask, mask, Imgproc.MORPH_OPEN, small);
    if (Core.countNonZero(mask) > 0) {
      Imgproc.dilate(mask, mask, wide);
      Imgproc.blur(mask, mask, new Size(reach + 1, reach + 1));
    }
    mask.get(0, 0, lost);
    mask.release();
    small.release();
    wide.release();
    return lost;
  }

  private static Mat disc(int radius) {
    return Imgproc.getStructuringElement(
        Imgproc.MORPH_ELLIPSE, new Size(2 * radius + 1, 2 * radius + 1));
  }
}
