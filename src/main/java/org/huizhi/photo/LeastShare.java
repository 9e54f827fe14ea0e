package org.huizhi.photo;

/**
 * How much of a pixel is person at the least, since no background near it has its colour. A sheen
 * on black hair is like no person found beside it; when it is like no background either, it can
 * only be the person.
 *
 * @param colours B, G, R of each pixel, 0 to 255
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, compared by nobody
record LeastShare(Trimap map, float[] colours, Rays rays) {
  /** Colours so near may be one with a camera's noise, in 8-bit levels. */
  private static final float NOISE = 18;

  /** Less tells nothing. */
  private static final float FAINT = 0.1f;

  /** Every second pixel is looked at: background is never so fine. */
  private static final int STEP = 2;

  /** 0 to 1; 0 where a background near could look so. */
  float at(int x, int y) {
    int at = y * map.width + x;
    float least = 1;
    for (int ray = 0; ray < Rays.COUNT && least > FAINT; ray++) {
      least = Math.min(least, along(rays.across(x, y, ray), rays.down(x, y, ray), at));
    }
    return least > FAINT ? least : 0;
  }

  private float along(int[] across, int[] down, int at) {
    int x = at % map.width;
    int y = at / map.width;
    float least = 1;
    for (int step = 1; step < rays.reach && least > FAINT; step += STEP) {
      int column = x + across[step];
      int row = y + down[step];
      if (column < 0 || row < 0 || column >= map.width || row >= map.height) {
        break;
      }
      int there = row * map.width + column;
      if (map.kind[there] == Trimap.BACKGROUND) {
        least = Math.min(least, apart(at, there));
      }
    }
    return least;
  }

  /** The least share of some other colour, be it white or black, that makes one of the other. */
  private float apart(int at, int there) {
    float apart = 0;
    for (int channel = 0; channel < 3; channel++) {
      float seen = colours[3 * at + channel];
      float behind = colours[3 * there + channel];
      float off = Math.abs(seen - behind) - NOISE;
      if (off > 0) {
        apart = Math.max(apart, off / (seen > behind ? 255 - behind : behind));
      }
    }
    return apart;
  }
}
