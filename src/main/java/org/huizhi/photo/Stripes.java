package org.huizhi.photo;

import java.util.stream.IntStream;

/**
 * Divides work on pixels among the processor's cores. The stripes are always the same, and sums are
 * added in their order, so that one core and eight give the same bytes.
 */
final class Stripes {
  private static final int COUNT = 16;

  private Stripes() {}

  /** What is done to the pixels or rows {@code from} to before {@code to}. */
  interface Work {
    void on(int from, int to);
  }

  /** What the pixels {@code from} to before {@code to} amount to. */
  interface Sum {
    double of(int from, int to);
  }

  /** Does it to all of {@code 0} to before {@code length}. */
  static void each(int length, Work work) {
    IntStream.range(0, COUNT)
        .parallel()
        .forEach(stripe -> work.on(start(stripe, length), start(stripe + 1, length)));
  }

  /** Adds up all of {@code 0} to before {@code length}. */
  static double sum(int length, Sum part) {
    double[] parts = new double[COUNT];
    IntStream.range(0, COUNT)
        .parallel()
        .forEach(
            stripe -> parts[stripe] = part.of(start(stripe, length), start(stripe + 1, length)));
    double sum = 0;
    for (double one : parts) {
      sum += one;
    }
    return sum;
  }

  private static int start(int stripe, int length) {
    return (int) ((long) stripe * length / COUNT);
  }
}
