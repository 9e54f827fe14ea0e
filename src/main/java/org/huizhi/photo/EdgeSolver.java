package org.huizhi.photo;

import java.util.Arrays;

/**
 * Carries trusted alpha to its neighbours: in every window of three by three pixels alpha is taken
 * to be a linear function of colour, and the samples pull as strongly as they are trusted. Levin,
 * Lischinski and Weiss, "A closed-form solution to natural image matting" (2008), solved for the
 * band's pixels alone by conjugate gradients.
 */
final class EdgeSolver {
  /** Variance of colour (0 to 1) so small that a window tells nothing. */
  private static final double FLAT = 3e-6;

  /** How strongly fully trusted samples pull against the windows. */
  private static final float PULL = 0.1f;

  private static final int ROUNDS = 40;

  /** Pixels that share a window with one, itself in the middle: two to each side. */
  private static final int SIDE = 5;

  private static final int NEIGHBOURS = SIDE * SIDE;

  private final Trimap map;
  private final float[] colours;
  private final EdgeSamples samples;

  /** Where in the picture each unknown pixel stands, and the other way round (-1: certain). */
  private final int[] places;

  private final int[] numbers;

  /** For each unknown pixel how it hangs together with its neighbours. */
  private final float[] ties;

  private EdgeSolver(Trimap map, float[] colours, EdgeSamples samples) {
    this.map = map;
    this.colours = colours;
    this.samples = samples;
    numbers = new int[map.kind.length];
    Arrays.fill(numbers, -1);
    int[] found = new int[map.kind.length];
    int count = 0;
    for (int y = 2; y < map.height - 2; y++) {
      for (int x = 2; x < map.width - 2; x++) {
        int at = y * map.width + x;
        if (map.kind[at] == Trimap.UNKNOWN) {
          numbers[at] = count;
          found[count++] = at;
        }
      }
    }
    places = Arrays.copyOf(found, count);
    ties = new float[NEIGHBOURS * count];
  }

  /** Alpha of the whole picture, 0 to 1; certain pixels stay as they are. */
  static float[] solve(Trimap map, float[] colours, EdgeSamples samples) {
    EdgeSolver solver = new EdgeSolver(map, colours, samples);
    Stripes.each(map.height, solver::tie);
    return solver.relax();
  }

  /** Ties the pixels of these rows; windows of the rows beside them have a say as well. */
  private void tie(int fromRow, int toRow) {
    int[] at = new int[9];
    for (int y = Math.max(1, fromRow - 1); y < Math.min(map.height - 1, toRow + 1); y++) {
      for (int x = 1; x < map.width - 1; x++) {
        boolean any = false;
        for (int i = 0; i < 9; i++) {
          at[i] = (y + i / 3 - 1) * map.width + x + i % 3 - 1;
          any |= numbers[at[i]] >= 0;
        }
        if (any) {
          tie(at, fromRow * map.width, toRow * map.width);
        }
      }
    }
  }

  /** Adds what a window says about those of its pixels that stand in these places. */
  private void tie(int[] at, int from, int to) {
    float[] off = new float[27];
    double[] mean = new double[3];
    for (int i = 0; i < 27; i++) {
      off[i] = colours[3 * at[i / 3] + i % 3] / 255;
      mean[i % 3] += off[i] / 9;
    }
    double bb = FLAT;
    double bg = 0;
    double br = 0;
    double gg = FLAT;
    double gr = 0;
    double rr = FLAT;
    for (int i = 0; i < 9; i++) {
      double b = off[3 * i] -= (float) mean[0];
      double g = off[3 * i + 1] -= (float) mean[1];
      double r = off[3 * i + 2] -= (float) mean[2];
      bb += b * b / 9;
      bg += b * g / 9;
      br += b * r / 9;
      gg += g * g / 9;
      gr += g * r / 9;
      rr += r * r / 9;
    }
    double c00 = gg * rr - gr * gr;
    double c01 = br * gr - bg * rr;
    double c02 = bg * gr - br * gg;
    double c11 = bb * rr - br * br;
    double c12 = bg * br - bb * gr;
    double c22 = bb * gg - bg * bg;
    double det = bb * c00 + bg * c01 + br * c02;
    for (int i = 0; i < 9; i++) {
      int number = numbers[at[i]];
      if (number < 0 || at[i] < from || at[i] >= to) {
        continue;
      }
      double b = (c00 * off[3 * i] + c01 * off[3 * i + 1] + c02 * off[3 * i + 2]) / det;
      double g = (c01 * off[3 * i] + c11 * off[3 * i + 1] + c12 * off[3 * i + 2]) / det;
      double r = (c02 * off[3 * i] + c12 * off[3 * i + 1] + c22 * off[3 * i + 2]) / det;
      int own = NEIGHBOURS * number + NEIGHBOURS / 2;
      for (int j = 0; j < 9; j++) {
        double alike = 1 + b * off[3 * j] + g * off[3 * j + 1] + r * off[3 * j + 2];
        int across = j / 3 - i / 3;
        int along = j % 3 - i % 3;
        ties[own + SIDE * across + along] += (float) ((i == j ? 1 : 0) - alike / 9);
      }
    }
  }

  private float[] relax() {
    float[] alpha = Arrays.copyOf(samples.alpha, samples.alpha.length);
    int count = places.length;
    float[] rest = new float[count];
    float[] step = new float[alpha.length];
    float[] product = new float[count];
    // The samples are the start, so that at first their pull is none.
    double energy = Stripes.sum(count, (from, to) -> start(alpha, rest, step, from, to));
    for (int round = 0; round < ROUNDS && energy > 1e-9; round++) {
      double along = Stripes.sum(count, (from, to) -> along(step, product, from, to));
      float length = (float) (energy / along);
      double before = energy;
      energy = Stripes.sum(count, (from, to) -> go(length, alpha, rest, step, product, from, to));
      float kept = (float) (energy / before);
      Stripes.each(count, (from, to) -> turn(kept, rest, step, from, to));
    }
    for (int place : places) {
      alpha[place] = Math.clamp(alpha[place], 0f, 1f);
    }
    return alpha;
  }

  private double start(float[] alpha, float[] rest, float[] step, int from, int to) {
    double energy = 0;
    for (int i = from; i < to; i++) {
      rest[i] = -tied(alpha, i);
      float eased = rest[i] / own(i);
      step[places[i]] = eased;
      energy += rest[i] * eased;
    }
    return energy;
  }

  private double along(float[] step, float[] product, int from, int to) {
    double along = 0;
    for (int i = from; i < to; i++) {
      product[i] = tied(step, i) + pull(i) * step[places[i]];
      along += product[i] * step[places[i]];
    }
    return along;
  }

  private double go(
      float length, float[] alpha, float[] rest, float[] step, float[] product, int from, int to) {
    double energy = 0;
    for (int i = from; i < to; i++) {
      alpha[places[i]] += length * step[places[i]];
      rest[i] -= length * product[i];
      energy += rest[i] * rest[i] / own(i);
    }
    return energy;
  }

  private void turn(float kept, float[] rest, float[] step, int from, int to) {
    for (int i = from; i < to; i++) {
      step[places[i]] = rest[i] / own(i) + kept * step[places[i]];
    }
  }

  private float pull(int number) {
    return PULL * samples.trust[places[number]];
  }

  private float own(int number) {
    return ties[NEIGHBOURS * number + NEIGHBOURS / 2] + pull(number);
  }

  /** What a pixel's neighbours and itself sum up to. */
  private float tied(float[] values, int number) {
    int corner = places[number] - 2 * map.width - 2;
    int at = NEIGHBOURS * number;
    float sum = 0;
    for (int row = 0; row < SIDE; row++) {
      int from = corner + row * map.width;
      for (int column = 0; column < SIDE; column++) {
        sum += ties[at++] * values[from + column];
      }
    }
    return sum;
  }
}
