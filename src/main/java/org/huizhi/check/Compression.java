package org.huizhi.check;

import java.util.Arrays;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

/**
 * The picture shows no blocks of strong compression (FICV 14). JPEG and video work in blocks of
 * eight pixels: measures how much larger the steps between neighbouring columns of the face are at
 * one of the eight phases than at the median one. 1 is no block at all.
 */
record Compression(double mostBlockiness) implements Check {
  private static final int BLOCK = 8;

  @Override
  public Finding look(Shot shot) {
    double blockiness = blockiness(shot);
    return blockiness <= mostBlockiness
        ? new Met(blockiness)
        : new Missed(blockiness, Advice.ASK_STAFF, Places.face(shot));
  }

  private static double blockiness(Shot shot) {
    Rect box = inside(shot);
    if (box.width < 4 * BLOCK || box.height < 4 * BLOCK) {
      return 1;
    }
    Mat here = shot.bgr().submat(box);
    Mat beside = shot.bgr().submat(new Rect(box.x + 1, box.y, box.width, box.height));
    Mat steps = new Mat();
    Core.absdiff(here, beside, steps);
    double[] byPhase = new double[BLOCK];
    for (int phase = 0; phase < BLOCK; phase++) {
      int count = 0;
      for (int x = Math.floorMod(phase - box.x, BLOCK); x < box.width; x += BLOCK) {
        Mat column = steps.col(x);
        Scalar mean = Core.mean(column);
        byPhase[phase] += mean.val[0] + mean.val[1] + mean.val[2];
        column.release();
        count++;
      }
      byPhase[phase] /= Math.max(1, count);
    }
    here.release();
    beside.release();
    steps.release();
    double[] sorted = byPhase.clone();
    Arrays.sort(sorted);
    return sorted[BLOCK - 1] / Math.max(1e-3, (sorted[3] + sorted[4]) / 2);
  }

  /** The face's box inside the picture, one column short of its edge. */
  private static Rect inside(Shot shot) {
    int left = Math.clamp((long) shot.box().x(), 0, shot.widthPx() - 2);
    int top = Math.clamp((long) shot.box().y(), 0, shot.heightPx() - 1);
    int right =
        Math.clamp((long) (shot.box().x() + shot.box().width()), left + 1, shot.widthPx() - 1);
    int bottom =
        Math.clamp((long) (shot.box().y() + shot.box().height()), top + 1, shot.heightPx());
    return new Rect(left, top, right - left, bottom - top);
  }

  @Override
  public String limit() {
    return Limits.most(mostBlockiness, " between blocks over within them");
  }
}
