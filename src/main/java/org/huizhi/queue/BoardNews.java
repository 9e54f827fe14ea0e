package org.huizhi.queue;

import java.util.List;
import java.util.Map;

/**
 * What the hall is told.
 *
 * @param calls the day's last calls, newest first
 * @param waiting how many wait, by the name of their kind
 */
public record BoardNews(List<Call> calls, Map<String, Integer> waiting) {
  public BoardNews {
    calls = List.copyOf(calls);
    waiting = Map.copyOf(waiting);
  }

  public int allWaiting() {
    return waiting.values().stream().mapToInt(Integer::intValue).sum();
  }
}
