package org.huizhi.photo;

import java.util.Arrays;

/**
 * Estimates alpha in the band from colours: every pixel looks along rays for the nearest certain
 * person and certain background, and each pair of found colours says how the pixel is mixed of the
 * two. Pairs that explain the pixel well, lie near and agree with the guess weigh most. After
 * Gastal and Oliveira, "Shared sampling for real-time alpha matting" (2010).
 */
final class EdgeSamples {
  /** A second person is looked for so much further along: hair has its sheen and its shade. */
  private static final double FURTHER_PX = 6;

  /** What a camera's noise makes of a colour, in 8-bit levels. */
  private static final float NOISE = 4;

  private static final float DISTANCE_WEIGHT = 0.6f;
  private static final double DISTANCE_PX = 20;
  private static final float GUESS_WEIGHT = 15;
  private static final float LIKENESS_WEIGHT = 180;

  /** Where person and background differ by less than the root of this, the guess decides. */
  private static final float FAINT = 300;

  /** A pixel that no pair explains better costs more than this. */
  private static final float UNEXPLAINED = 5;

  /** The share of an unexplained pixel that is person, in parts of what it is at the least. */
  private static final float LIKELY = 2;

  private final Trimap map;
  private final float[] colours;
  private final float[] calm;
  private final Rays rays;
  private final LeastShare leastShare;
  private final int further;
  private final float perPixel;

  /** 0 to 1 for each pixel. */
  final float[] alpha;

  /** How far {@link #alpha} can be trusted, above 0 to 1. */
  final float[] trust;

  private EdgeSamples(Trimap map, float[] colours, double unit) {
    this.map = map;
    this.colours = colours;
    calm = Planes.mean(colours, map.width, map.height, 1);
    rays = new Rays(unit);
    leastShare = new LeastShare(map, colours, rays);
    further = (int) Math.round(FURTHER_PX * unit);
    perPixel = (float) (DISTANCE_WEIGHT / (DISTANCE_PX * unit));
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
    private final float[] person = new float[2 * 3 * Rays.COUNT];
    private final float[] behind = new float[3 * Rays.COUNT];
    private final float[] personSteps = new float[2 * Rays.COUNT];
    private final float[] behindSteps = new float[Rays.COUNT];
    private final float[] costs = new float[2 * Rays.COUNT * Rays.COUNT];
    private final float[] shares = new float[2 * Rays.COUNT * Rays.COUNT];
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
      for (int ray = 0; ray < Rays.COUNT; ray++) {
        walk(x, y, rays.across(x, y, ray), rays.down(x, y, ray));
      }
      if (persons == 0 || behinds == 0) {
        alpha[at] = map.guess[at];
        trust[at] = 0.05f;
        return;
      }
      if (weigh(at) > UNEXPLAINED) {
        unexplained(at, leastShare.at(x, y));
      }
    }

    /** Keeps the first person, one further in, and the first background along a ray. */
    private void walk(int x, int y, int[] across, int[] down) {
      int personAt = -1;
      boolean behindFound = false;
      for (int step = 0; step < rays.reach; step++) {
        int column = x + across[step];
        int row = y + down[step];
        if (column < 0 || row < 0 || column >= map.width || row >= map.height) {
          return;
        }
        int at = row * map.width + column;
        if (map.kind[at] == Trimap.PERSON && (personAt < 0 || step == personAt + further)) {
          personAt = personAt < 0 ? step : personAt;
          personSteps[persons] = step;
          System.arraycopy(calm, 3 * at, person, 3 * persons++, 3);
        } else if (map.kind[at] == Trimap.BACKGROUND && !behindFound) {
          behindFound = true;
          behindSteps[behinds] = step;
          System.arraycopy(calm, 3 * at, behind, 3 * behinds++, 3);
        }
        if (behindFound && personAt >= 0 && step >= personAt + further) {
          return;
        }
      }
    }

    /** What is like no background near is person: more of it than at the least. */
    private void unexplained(int at, float least) {
      if (alpha[at] < LIKELY * least) {
        alpha[at] = Math.min(1, LIKELY * least);
        trust[at] = Math.max(trust[at], least);
      }
    }

    /** Finds alpha and trust; returns what the best pair costs. */
    private float weigh(int at) {
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
      return least;
    }
  }
}
