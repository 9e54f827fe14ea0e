package org.huizhi.photo;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Takes the old wall out of the colours at the edge: where a pixel is a mixture, its part of the
 * person is estimated, smooth where alpha is smooth. Coarse to fine, after Germer and others, "Fast
 * multi-level foreground estimation" (2020).
 */
final class PureColours {
  /** How strongly neighbours agree, and how much more where alpha changes. */
  private static final float AGREEMENT = 1e-3f;

  private static final float AGREEMENT_AT_EDGES = 0.1f;

  private static final int SMALL_PX = 32;
  private static final int ROUNDS_SMALL = 10;
  private static final int ROUNDS = 2;

  /** Levels above this many pixels are worked on only where alpha is between 0 and 1. */
  private static final int MOST_WHOLE = 60_000;

  private int width = 1;
  private int height = 1;
  private float[] person = new float[3];
  private float[] behind = new float[3];

  private PureColours() {}

  /**
   * The person's own colours.
   *
   * @param colours B, G, R of each pixel, 0 to 255
   * @param alpha 0 to 1 for each pixel
   * @return B, G, R of each pixel; where alpha is 1 the picture's own, untouched
   */
  static float[] of(float[] colours, float[] alpha, int width, int height) {
    PureColours pure = new PureColours();
    Mat picture = Planes.mat(colours, width, height);
    Mat share = Planes.mat(alpha, width, height);
    Scalar mean = Core.mean(picture);
    for (int c = 0; c < 3; c++) {
      pure.person[c] = (float) mean.val[c];
      pure.behind[c] = (float) mean.val[c];
    }
    int levels = (int) Math.ceil(Math.log(Math.max(width, height)) / Math.log(2));
    pure.coarser(picture, share, levels - 1);
    picture.release();
    share.release();
    pure.refine(colours, alpha, width, height);
    return pure.person;
  }

  /** Works on a level after those coarser than it; each is made of the next finer one. */
  private void coarser(Mat picture, Mat share, int level) {
    if (level < 0) {
      return;
    }
    double smaller = level / (level + 1.0);
    int levelWidth = (int) Math.round(StrictMath.pow(picture.cols(), smaller));
    int levelHeight = (int) Math.round(StrictMath.pow(picture.rows(), smaller));
    Mat smallPicture = new Mat();
    Mat smallShare = new Mat();
    Size size = new Size(levelWidth, levelHeight);
    Imgproc.resize(picture, smallPicture, size, 0, 0, Imgproc.INTER_AREA);
    Imgproc.resize(share, smallShare, size, 0, 0, Imgproc.INTER_AREA);
    coarser(smallPicture, smallShare, level - 1);
    refine(Planes.floats(smallPicture), Planes.floats(smallShare), levelWidth, levelHeight);
    smallPicture.release();
    smallShare.release();
  }

  private void refine(float[] colours, float[] alpha, int newWidth, int newHeight) {
    grow(colours, alpha, newWidth, newHeight);
    boolean bandOnly = width * height > MOST_WHOLE;
    int rounds = width <= SMALL_PX && height <= SMALL_PX ? ROUNDS_SMALL : ROUNDS;
    for (int round = 0; round < rounds; round++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          float share = alpha[y * width + x];
          if (!bandOnly || (share > 0 && share < 1)) {
            relax(colours, alpha, x, y);
          }
        }
      }
    }
  }

  /** The coarser level's colours, and the picture's own where it is not mixed. */
  private void grow(float[] colours, float[] alpha, int newWidth, int newHeight) {
    float[] newPerson = new float[3 * newWidth * newHeight];
    float[] newBehind = new float[3 * newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      int row = y * height / newHeight * width;
      for (int x = 0; x < newWidth; x++) {
        int at = y * newWidth + x;
        int from = row + x * width / newWidth;
        System.arraycopy(
            alpha[at] >= 1 ? colours : person,
            3 * (alpha[at] >= 1 ? at : from),
            newPerson,
            3 * at,
            3);
        System.arraycopy(
            alpha[at] <= 0 ? colours : behind,
            3 * (alpha[at] <= 0 ? at : from),
            newBehind,
            3 * at,
            3);
      }
    }
    person = newPerson;
    behind = newBehind;
    width = newWidth;
    height = newHeight;
  }

  private void relax(float[] colours, float[] alpha, int x, int y) {
    int at = y * width + x;
    int left = x > 0 ? at - 1 : at;
    int right = x < width - 1 ? at + 1 : at;
    int up = y > 0 ? at - width : at;
    int down = y < height - 1 ? at + width : at;
    float share = alpha[at];
    float rest = 1 - share;
    float byLeft = agreement(share, alpha[left]);
    float byRight = agreement(share, alpha[right]);
    float byUp = agreement(share, alpha[up]);
    float byDown = agreement(share, alpha[down]);
    float all = byLeft + byRight + byUp + byDown;
    float step = 1 / (share * share + rest * rest + all);
    for (int c = 0; c < 3; c++) {
      float meanPerson =
          (byLeft * person[3 * left + c]
                  + byRight * person[3 * right + c]
                  + byUp * person[3 * up + c]
                  + byDown * person[3 * down + c])
              / all;
      float meanBehind =
          (byLeft * behind[3 * left + c]
                  + byRight * behind[3 * right + c]
                  + byUp * behind[3 * up + c]
                  + byDown * behind[3 * down + c])
              / all;
      float off = (colours[3 * at + c] - share * meanPerson - rest * meanBehind) * step;
      person[3 * at + c] = Math.clamp(meanPerson + share * off, 0f, 255f);
      behind[3 * at + c] = Math.clamp(meanBehind + rest * off, 0f, 255f);
    }
  }

  private static float agreement(float share, float other) {
    return AGREEMENT + AGREEMENT_AT_EDGES * Math.abs(share - other);
  }
}
