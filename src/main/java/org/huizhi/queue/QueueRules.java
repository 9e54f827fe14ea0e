package org.huizhi.queue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a hall queues.
 *
 * @param tickets whether there are tickets; else whoever comes is served
 * @param atKiosks whether whoever has no ticket may take one where another is called
 * @param direction the way to this machine, as the board says it, by language
 * @param calls how often somebody is called before they count as not there
 * @param callPatience how long after a call before the next
 * @param shown how long the board shows each call at least
 * @param notice what the board says at its foot, by language
 * @param printer the printer that tickets come out of; where there is none, they are only shown
 * @param kinds in the order of the buttons
 */
public record QueueRules(
    boolean tickets,
    boolean atKiosks,
    Map<String, String> direction,
    int calls,
    Duration callPatience,
    Duration shown,
    Map<String, String> notice,
    Optional<String> printer,
    List<TicketKind> kinds) {
  /** Whoever does not come then is not there. */
  private static final int MOST_CALLS = 20;

  /** The kind of this name. */
  public Optional<TicketKind> kind(String name) {
    return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  public QueueRules {
    direction = Map.copyOf(direction);
    notice = Map.copyOf(notice);
    kinds = List.copyOf(kinds);
    if (calls < 1 || calls > MOST_CALLS) {
      throw new IllegalArgumentException("calls is at least 1 and at most " + MOST_CALLS);
    }
    if (!callPatience.isPositive() || !shown.isPositive()) {
      throw new IllegalArgumentException("call-patience and shown must be longer than nothing");
    }
    if (tickets && kinds.isEmpty()) {
      throw new IllegalArgumentException("tickets need at least one [[queue.kinds]]");
    }
    Set<String> seen = new HashSet<>();
    for (TicketKind kind : kinds) {
      boolean newName = seen.add(kind.name());
      boolean newPrefix = seen.add("prefix " + kind.prefix());
      if (!newName || !newPrefix) {
        throw new IllegalArgumentException("two [[queue.kinds]] have the same name or prefix");
      }
    }
  }
}
