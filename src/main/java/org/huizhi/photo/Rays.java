package org.huizhi.photo;

/**
 * The ways that are looked along from a pixel, a few at a time: which of them turns from pixel to
 * pixel, so that neighbours see different samples.
 */
final class Rays {
  /** So many are looked along from one pixel. */
  static final int COUNT = 10;

  private static final int TURNS = 9;

  private static final double REACH_PX = 45;

  /** Steps along each. */
  final int reach;

  private final int[][] stepX = new int[TURNS * COUNT][];
  private final int[][] stepY = new int[TURNS * COUNT][];

  /**
   * @param unit how many pixels of this picture one pixel of a usual portrait is
   */
  Rays(double unit) {
    reach = Math.max(8, (int) (REACH_PX * unit));
    for (int ray = 0; ray < stepX.length; ray++) {
      double angle = ray * 2 * Math.PI / stepX.length;
      stepX[ray] = new int[reach];
      stepY[ray] = new int[reach];
      for (int step = 0; step < reach; step++) {
        stepX[ray][step] = (int) Math.round(StrictMath.cos(angle) * (step + 1));
        stepY[ray][step] = (int) Math.round(StrictMath.sin(angle) * (step + 1));
      }
    }
  }

  /** How far to the right each step of this pixel's ray stands; kept, not copied. */
  int[] across(int x, int y, int ray) {
    return stepX[ray * TURNS + turn(x, y)];
  }

  /** How far down. */
  int[] down(int x, int y, int ray) {
    return stepY[ray * TURNS + turn(x, y)];
  }

  private static int turn(int x, int y) {
    return x % 3 * 3 + y % 3;
  }
}
