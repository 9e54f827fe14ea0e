package org.huizhi.board;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huizhi.queue.Call;

/**
 * Which call stands large on the board: each for its full time and until it is said to its end, in
 * the order in which they were made. One thread.
 */
final class CallShow {
  /** A loudspeaker that hangs must not stop the board. */
  private static final int MOST_TIMES_SHOWN = 5;

  private final Duration shown;
  private final Set<String> seen = new HashSet<>();
  private final Deque<Call> queue = new ArrayDeque<>();
  private Optional<Call> large = Optional.empty();
  private long since;
  private boolean first = true;

  /**
   * @param shown how long each call stands at least
   */
  CallShow(Duration shown) {
    this.shown = shown;
  }

  /** Takes the newest news: calls that were not seen yet line up. */
  void hear(List<Call> newestFirst) {
    Set<String> now = new HashSet<>();
    for (Call call : newestFirst.reversed()) {
      String key = call.number() + " " + call.machine() + " " + call.times();
      now.add(key);
      // Those from before this board was switched on are old news, except who is waited for.
      if (!seen.contains(key) && (!first || call.waitedFor())) {
        queue.add(call);
      }
    }
    seen.clear();
    seen.addAll(now);
    first = false;
  }

  /**
   * What stands large at this moment.
   *
   * @param nanos a clock that nobody sets
   * @param crying whether the one before is still being said
   */
  Optional<Call> at(long nanos, boolean crying) {
    long stands = nanos - since;
    long least = crying ? MOST_TIMES_SHOWN * shown.toNanos() : shown.toNanos();
    boolean over = large.isEmpty() || stands >= least;
    if (over && !queue.isEmpty()) {
      large = Optional.of(queue.removeFirst());
      since = nanos;
    }
    return large;
  }
}
