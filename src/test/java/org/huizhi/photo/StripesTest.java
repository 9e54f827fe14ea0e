package org.huizhi.photo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class StripesTest {
  @Test
  void oneCoreAndManyAddUpToTheSameLastBit() throws Exception {
    double many;
    double one;
    try (ForkJoinPool four = new ForkJoinPool(4);
        ForkJoinPool single = new ForkJoinPool(1)) {
      many = four.submit(() -> Stripes.sum(100_003, StripesTest::uneven)).get();
      one = single.submit(() -> Stripes.sum(100_003, StripesTest::uneven)).get();
    }
    assertEquals(one, many, 0);
  }

  @Test
  void everythingIsDoneOnce() {
    for (int length : new int[] {0, 1, 15, 17, 1000}) {
      int[] done = new int[length];
      Stripes.each(
          length,
          (from, to) -> {
            for (int i = from; i < to; i++) {
              done[i]++;
            }
          });
      int[] once = new int[length];
      Arrays.fill(once, 1);
      assertArrayEquals(once, done);
    }
  }

  private static double uneven(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += 1.0 / (i + 1) * (i % 3 == 0 ? 1e9 : 1e-9);
    }
    return sum;
  }
}
