package org.huizhi.check;

import java.util.Arrays;
import java.util.List;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

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
    Mat means = new Mat();
    Core.reduce(steps, means, 0, Core.REDUCE_AVG, CvType.CV_32F);
    float[] byColumn = new float[3 * box.width];
    means.get(0, 0, byColumn);
    List.of(here, beside, steps, means).forEach(Mat::release);
    double[] byPhase = new double[BLOCK];
    for (int phase = 0; phase < BLOCK; phase++) {
      int count = 0;
      for (int x = Math.floorMod(phase - box.x, BLOCK); x < box.width; x += BLOCK) {
        byPhase[phase] += byColumn[3 * x] + byColumn[3 * x + 1] + byColumn[3 * x + 2];
        count++;
      }
      byPhase[phase] /= Math.max(1, count);
    }
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
