package org.huizhi.photo;

import java.util.Arrays;

/**
 * Estimates alpha in the band from colours: every pixel looks along rays for the nearest certain
 * person and certain background, and each pair of found colours says how the pixel is mixed of the
 * two. Pairs that explain the pixel well, lie near and agree with the guess weigh most. After
 * Gastal and Oliveira, "Shared sampling for real-time alpha matting" (2010).
 */
final class EdgeSamples {
  private static final int RAYS = 10;

  /** Ray directions turn from pixel to pixel, so that neighbours see different samples. */
  private static final int TURNS = 9;

  private static final double REACH_PX = 45;

  /** What a camera's noise makes of a colour, in 8-bit levels. */
  private static final float NOISE = 4;

  private static final float DISTANCE_WEIGHT = 0.6f;
  private static final double DISTANCE_PX = 20;
  private static final float GUESS_WEIGHT = 15;
  private static final float LIKENESS_WEIGHT = 180;

  /** Where person and background differ by less than the root of this, the guess decides. */
  private static final float FAINT = 300;

  private final Trimap map;
  private final float[] colours;
  private final float[] calm;
  private final int reach;
  private final float perPixel;
  private final int[][] stepX;
  private final int[][] stepY;

  /** 0 to 1 for each pixel. */
  final float[] alpha;

  /** How far {@link #alpha} can be trusted, above 0 to 1. */
  final float[] trust;

  private EdgeSamples(Trimap map, float[] colours, double unit) {
    this.map = map;
    this.colours = colours;
    calm = Planes.mean(colours, map.width, map.height, 1);
    reach = Math.max(8, (int) (REACH_PX * unit));
    perPixel = (float) (DISTANCE_WEIGHT / (DISTANCE_PX * unit));
    stepX = new int[TURNS * RAYS][reach];
    stepY = new int[TURNS * RAYS][reach];
    for (int ray = 0; ray < TURNS * RAYS; ray++) {
      double angle = ray * 2 * Math.PI / (TURNS * RAYS);
      for (int step = 0; step < reach; step++) {
        stepX[ray][step] = (int) Math.round(StrictMath.cos(angle) * (step + 1));
        stepY[ray][step] = (int) Math.round(StrictMath.sin(angle) * (step + 1));
      }
    }
    alpha = new float[map.kind.length];
    trust = new float[map.kind.length];
  }

  /**
   * @param colours B, G, R of each pixel, 0 to 255
   */
  static EdgeSamples of(Trimap map, float[] colours, double unit) {
    EdgeSamples samples = new EdgeSamples(map, colours, unit);
    Arrays.fill(samples.trust, 1);
    Stripes.each(map.height, (from, to) -> samples.new Search().rows(from, to));
    return samples;
  }

  /** What one thread remembers while it looks around a pixel. */
  private final class Search {
    private final float[] person = new float[3 * RAYS];
    private final float[] behind = new float[3 * RAYS];
    private final float[] personSteps = new float[RAYS];
    private final float[] behindSteps = new float[RAYS];
    private final float[] costs = new float[RAYS * RAYS];
    private final float[] shares = new float[RAYS * RAYS];
    private int persons;
    private int behinds;

    void rows(int from, int to) {
      for (int y = from; y < to; y++) {
        for (int x = 0; x < map.width; x++) {
          int at = y * map.width + x;
          if (map.kind[at] == Trimap.UNKNOWN) {
            estimate(x, y, at);
          } else {
            alpha[at] = map.kind[at] == Trimap.PERSON ? 1 : 0;
          }
        }
      }
    }

    private void estimate(int x, int y, int at) {
      persons = 0;
      behinds = 0;
      int turn = x % 3 * 3 + y % 3;
      for (int ray = 0; ray < RAYS; ray++) {
        walk(x, y, ray * TURNS + turn);
      }
      if (persons == 0 || behinds == 0) {
        alpha[at] = map.guess[at];
        trust[at] = 0.05f;
        return;
      }
      weigh(at);
    }

    /** Keeps the first person and the first background along a ray. */
    private void walk(int x, int y, int ray) {
      int[] dx = stepX[ray];
      int[] dy = stepY[ray];
      boolean personFound = false;
      boolean behindFound = false;
      for (int step = 0; step < reach && !(personFound && behindFound); step++) {
        int column = x + dx[step];
        int row = y + dy[step];
        if (column < 0 || row < 0 || column >= map.width || row >= map.height) {
          return;
        }
        int at = row * map.width + column;
        if (map.kind[at] == Trimap.PERSON && !personFound) {
          personFound = true;
          personSteps[persons] = step;
          System.arraycopy(calm, 3 * at, person, 3 * persons++, 3);
        } else if (map.kind[at] == Trimap.BACKGROUND && !behindFound) {
          behindFound = true;
          behindSteps[behinds] = step;
          System.arraycopy(calm, 3 * at, behind, 3 * behinds++, 3);
        }
      }
    }

    private void weigh(int at) {
      float least = Float.MAX_VALUE;
      int pairs = 0;
      for (int p = 0; p < persons; p++) {
        for (int b = 0; b < behinds; b++) {
          float e0 = person[3 * p] - behind[3 * b];
          float e1 = person[3 * p + 1] - behind[3 * b + 1];
          float e2 = person[3 * p + 2] - behind[3 * b + 2];
          float g0 = colours[3 * at] - behind[3 * b];
          float g1 = colours[3 * at + 1] - behind[3 * b + 1];
          float g2 = colours[3 * at + 2] - behind[3 * b + 2];
          float contrast = e0 * e0 + e1 * e1 + e2 * e2;
          float seen = g0 * e0 + g1 * e1 + g2 * e2;
          float share = (seen + FAINT * map.guess[at]) / (contrast + FAINT);
          share = Math.clamp(share, 0f, 1f);
          g0 -= share * e0;
          g1 -= share * e1;
          g2 -= share * e2;
          float off = share - map.guess[at];
          float cost =
              (g0 * g0 + g1 * g1 + g2 * g2) / (2 * NOISE * NOISE)
                  + perPixel * (personSteps[p] + behindSteps[b])
                  + GUESS_WEIGHT * off * off
                  + LIKENESS_WEIGHT / (contrast + 60);
          costs[pairs] = cost;
          shares[pairs++] = share;
          least = Math.min(least, cost);
        }
      }
      double weights = 0;
      double sum = 0;
      double squares = 0;
      for (int pair = 0; pair < pairs; pair++) {
        double worse = costs[pair] - least;
        if (worse < 6) {
          double weight = Math.exp(-worse);
          weights += weight;
          sum += weight * shares[pair];
          squares += weight * shares[pair] * shares[pair];
        }
      }
      double mean = sum / weights;
      double spread = Math.max(0, squares / weights - mean * mean);
      alpha[at] = (float) mean;
      trust[at] = (float) (0.02 + 0.98 * Math.exp(-12 * spread - 0.25 * least));
    }
  }
}
