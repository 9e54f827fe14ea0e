package org.huizhi.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long somebody will wait: in four of five cases between the two, if the day goes on as it did.
 *
 * @param ahead how many are called before
 */
public record Wait(int ahead, Optional<Span> span) {
  /** From the shorter to the longer time. */
  public record Span(Duration from, Duration to) {}

  /** With fewer calls than this nothing can be said. */
  static final int LEAST_CALLS = 6;

  /** So many standard deviations to each side hold four of five. */
  private static final double FOUR_OF_FIVE = 1.28;

  /**
   * @param calledMillis when the day's last calls were, in any order
   */
  static Wait of(int ahead, List<Long> calledMillis) {
    if (calledMillis.size() < LEAST_CALLS) {
      return new Wait(ahead, Optional.empty());
    }
    List<Long> sorted = calledMillis.stream().sorted().toList();
    int gaps = sorted.size() - 1;
    double mean = (double) (sorted.getLast() - sorted.getFirst()) / gaps;
    double squares = 0;
    for (int i = 1; i <= gaps; i++) {
      double off = sorted.get(i) - sorted.get(i - 1) - mean;
      squares += off * off;
    }
    double deviation = Math.sqrt(squares / (gaps - 1));
    int calls = ahead + 1;
    // The mean itself is only known from so many gaps: that is part of the spread.
    double spread = FOUR_OF_FIVE * deviation * Math.sqrt(calls + (double) calls * calls / gaps);
    double middle = mean * calls;
    return new Wait(
        ahead,
        Optional.of(
            new Span(
                Duration.ofMillis(Math.max(0, Math.round(middle - spread))),
                Duration.ofMillis(Math.round(middle + spread)))));
  }
}
