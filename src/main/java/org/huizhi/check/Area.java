package org.huizhi.check;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** Some pixels of a {@link FacePatch}, and what can be counted on them. */
final class Area {
  private final BitSet pixels;

  private Area(BitSet pixels) {
    this.pixels = pixels;
  }

  /** The pixels whose middles lie inside a polygon (even-odd). */
  static Area within(double[] x, double[] y) {
    BitSet inside = new BitSet(FacePatch.WIDTH * FacePatch.HEIGHT);
    double[] crossings = new double[x.length];
    double top = Arrays.stream(y).min().orElse(0);
    double bottom = Arrays.stream(y).max().orElse(0);
    int first = Math.clamp((long) Math.floor(top), 0, FacePatch.HEIGHT);
    int end = Math.clamp((long) Math.ceil(bottom) + 1, 0, FacePatch.HEIGHT);
    for (int row = first; row < end; row++) {
      int count = 0;
      for (int i = 0, before = x.length - 1; i < x.length; before = i++) {
        if (y[i] > row != y[before] > row) {
          crossings[count++] = x[i] + (row - y[i]) * (x[before] - x[i]) / (y[before] - y[i]);
        }
      }
      Arrays.sort(crossings, 0, count);
      for (int i = 0; i + 1 < count; i += 2) {
        int from = Math.clamp((long) Math.ceil(crossings[i]), 0, FacePatch.WIDTH);
        int to = Math.clamp((long) Math.ceil(crossings[i + 1]), 0, FacePatch.WIDTH);
        inside.set(row * FacePatch.WIDTH + from, row * FacePatch.WIDTH + Math.max(from, to));
      }
    }
    return new Area(inside);
  }

  static Area rectangle(double left, double top, double right, double bottom) {
    return within(new double[] {left, right, right, left}, new double[] {top, top, bottom, bottom});
  }

  static Area disk(double x, double y, double radiusX, double radiusY) {
    double[] aroundX = new double[24];
    double[] aroundY = new double[24];
    for (int i = 0; i < aroundX.length; i++) {
      double turn = 2 * Math.PI * i / aroundX.length;
      aroundX[i] = x + radiusX * Math.cos(turn);
      aroundY[i] = y + radiusY * Math.sin(turn);
    }
    return within(aroundX, aroundY);
  }

  Area or(Area other) {
    BitSet either = (BitSet) pixels.clone();
    either.or(other.pixels);
    return new Area(either);
  }

  Area without(Area... others) {
    BitSet rest = (BitSet) pixels.clone();
    for (Area other : others) {
      rest.andNot(other.pixels);
    }
    return new Area(rest);
  }

  Area where(IntPredicate holds) {
    BitSet kept = new BitSet(pixels.length());
    pixels.stream().filter(holds).forEach(kept::set);
    return new Area(kept);
  }

  int size() {
    return pixels.cardinality();
  }

  /** Mean of a value over the pixels; 0 when there are none. */
  double mean(IntToDoubleFunction value) {
    double sum = 0;
    int count = 0;
    for (int at = pixels.nextSetBit(0); at >= 0; at = pixels.nextSetBit(at + 1)) {
      sum += value.applyAsDouble(at);
      count++;
    }
    return count == 0 ? 0 : sum / count;
  }

  /** The value that a share of the pixels stays below; 0 when there are none. */
  double quantile(IntToDoubleFunction value, double share) {
    double[] values = new double[size()];
    int count = 0;
    for (int at = pixels.nextSetBit(0); at >= 0; at = pixels.nextSetBit(at + 1)) {
      values[count++] = value.applyAsDouble(at);
    }
    return count == 0 ? 0 : ranked(values, Math.clamp((long) (share * count), 0, count - 1));
  }

  /**
   * The value of a rank, by Hoare's FIND: a sort would cost ten times as much. Moves the values.
   */
  private static double ranked(double[] values, int rank) {
    int low = 0;
    int high = values.length - 1;
    while (low < high) {
      double pivot = values[rank];
      int up = low;
      int down = high;
      while (up <= down) {
        while (values[up] < pivot) {
          up++;
        }
        while (values[down] > pivot) {
          down--;
        }
        if (up <= down) {
          double swapped = values[up];
          values[up++] = values[down];
          values[down--] = swapped;
        }
      }
      if (down < rank) {
        low = up;
      }
      if (rank < up) {
        high = down;
      }
    }
    return values[rank];
  }

  /** Standard deviation of a value over the pixels. */
  double spread(IntToDoubleFunction value) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int at = pixels.nextSetBit(0); at >= 0; at = pixels.nextSetBit(at + 1)) {
      double here = value.applyAsDouble(at);
      sum += here;
      squares += here * here;
      count++;
    }
    double mean = sum / Math.max(1, count);
    return Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean));
  }

  /** Share of the pixels for which something holds, 0 to 1. */
  double share(IntPredicate holds) {
    return mean(at -> holds.test(at) ? 1 : 0);
  }
}
