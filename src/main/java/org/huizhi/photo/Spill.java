package org.huizhi.photo;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The wall's colour on the person's rim: lenses scatter it, and JPEG and video keep colour at half
 * the picture's size, so that a blue wall tints even pixels that are all person. Takes away, from
 * the colour and not from the brightness of the rim, as much of the way from the person's colour
 * further in to the wall's further out as the pixel has gone.
 */
final class Spill {
  /** How far colour runs: a block of two by two pixels and its neighbours, or the lens. */
  private static final int LEAST_REACH_PX = 6;

  private static final double REACH = 6;

  /** Means of colour are smooth: a picture of this height knows them. */
  private static final double MEANS_HEIGHT_PX = 400;

  /**
   * Walls whose colour is nearer to the person's than this tint nobody, and what looks like it is
   * the person's own; from the other distance on all is taken for the wall's. In 255ths.
   */
  private static final double LEAST_CONTRAST = 60;

  private static final double FULL_CONTRAST = 110;

  /**
   * A green wall is told this much more easily from whoever is less green than it: nobody's hair or
   * skin is.
   */
  private static final double GREEN = 2;

  /** A wall is green when green leads by so much, in 255ths. */
  private static final float LEAST_GREEN = 10;

  /** Less than this share of solid pixels around tells no colour. */
  private static final float LEAST_KNOWN = 0.005f;

  private final int reach;
  private final double scale;
  private final Size small;

  private Spill(Mat bgr, double unit) {
    reach = Math.max(LEAST_REACH_PX, (int) Math.round(REACH * unit));
    scale = Math.min(1, MEANS_HEIGHT_PX / bgr.rows());
    small = new Size(Math.ceil(scale * bgr.cols()), Math.ceil(scale * bgr.rows()));
  }

  /**
   * Cleans the rim in place.
   *
   * @param person the person's colours, CV_8UC3 of the shot's size
   * @param bgr the shot, CV_8UC3
   * @param alpha CV_32FC1 of the shot's size
   * @param unit how many pixels of the shot one pixel of a usual portrait is
   */
  static void clean(Mat person, Mat bgr, Mat alpha, double unit) {
    Spill spill = new Spill(bgr, unit);
    Mat inner = spill.deep(alpha, Core.CMP_GE, 1);
    Mat outer = spill.deep(alpha, Core.CMP_LE, 0);
    float[] further = spill.means(bgr, inner);
    float[] wall = spill.means(bgr, outer);
    byte[] solid = new byte[(int) inner.total()];
    inner.get(0, 0, solid);
    float[] shares = Planes.floats(alpha);
    byte[] colours = new byte[3 * solid.length];
    person.get(0, 0, colours);
    for (int y = 0, at = 0; y < bgr.rows(); y++) {
      int row = ((int) (y * spill.scale)) * ((int) spill.small.width);
      for (int x = 0; x < bgr.cols(); x++, at++) {
        if (shares[at] > 0 && solid[at] == 0) {
          clean(colours, 3 * at, further, wall, 4 * (row + (int) (x * spill.scale)));
        }
      }
    }
    person.put(0, 0, colours);
    inner.release();
    outer.release();
  }

  /** Pixels that are all person, or none of it, as far as colour runs: CV_8UC1, 255 there. */
  private Mat deep(Mat alpha, int comparison, double share) {
    Mat mask = new Mat();
    Core.compare(alpha, new Scalar(share), mask, comparison);
    Mat square =
        Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(2 * reach + 1, 2 * reach + 1));
    Imgproc.erode(mask, mask, square);
    square.release();
    return mask;
  }

  /** Mean B, G, R of the masked pixels around each place, and how many of those around are. */
  private float[] means(Mat bgr, Mat mask) {
    Mat colours = new Mat();
    Mat known = new Mat();
    Imgproc.resize(bgr, colours, small, 0, 0, Imgproc.INTER_AREA);
    Imgproc.resize(mask, known, small, 0, 0, Imgproc.INTER_AREA);
    Mat none = new Mat();
    Core.compare(known, new Scalar(255), none, Core.CMP_LT);
    known.setTo(new Scalar(0), none);
    colours.setTo(Scalar.all(0), none);
    int side = 2 * (int) Math.ceil(3 * reach * scale) + 1;
    Size around = new Size(side, side);
    colours.convertTo(colours, CvType.CV_32F);
    known.convertTo(known, CvType.CV_32F, 1 / 255.0);
    Imgproc.blur(colours, colours, around);
    Imgproc.blur(known, known, around);
    float[] sums = Planes.floats(colours);
    float[] shares = Planes.floats(known);
    float[] means = new float[4 * shares.length];
    for (int i = 0; i < shares.length; i++) {
      float share = Math.max(1e-6f, shares[i]);
      means[4 * i] = sums[3 * i] / share;
      means[4 * i + 1] = sums[3 * i + 1] / share;
      means[4 * i + 2] = sums[3 * i + 2] / share;
      means[4 * i + 3] = shares[i];
    }
    colours.release();
    known.release();
    none.release();
    return means;
  }

  private static void clean(byte[] colours, int at, float[] further, float[] wall, int mean) {
    if (further[mean + 3] < LEAST_KNOWN || wall[mean + 3] < LEAST_KNOWN) {
      return;
    }
    double light = Planes.light(further[mean], further[mean + 1], further[mean + 2]);
    double blue = further[mean] - light;
    double red = further[mean + 2] - light;
    double wallLight = Planes.light(wall[mean], wall[mean + 1], wall[mean + 2]);
    double wayBlue = wall[mean] - wallLight - blue;
    double wayRed = wall[mean + 2] - wallLight - red;
    double way = Math.hypot(wayBlue, wayRed);
    boolean green = wall[mean + 1] > Math.max(wall[mean], wall[mean + 2]) + LEAST_GREEN;
    double seen = green && wayBlue < 0 && wayRed < 0 ? GREEN * way : way;
    if (seen < LEAST_CONTRAST) {
      return;
    }
    double trust = Math.min(1, (seen - LEAST_CONTRAST) / (FULL_CONTRAST - LEAST_CONTRAST));
    int b = colours[at] & 0xFF;
    int g = colours[at + 1] & 0xFF;
    int r = colours[at + 2] & 0xFF;
    double own = Planes.light(b, g, r);
    double gone = ((b - own - blue) * wayBlue + (r - own - red) * wayRed) / (way * way);
    gone = trust * Math.clamp(gone, 0.0, 1.0);
    double cleanBlue = b - gone * wayBlue;
    double cleanRed = r - gone * wayRed;
    colours[at] = level(cleanBlue);
    colours[at + 1] = level((own - 0.114 * cleanBlue - 0.299 * cleanRed) / 0.587);
    colours[at + 2] = level(cleanRed);
  }

  private static byte level(double value) {
    return (byte) Math.clamp(Math.round(value), 0, 255);
  }
}
