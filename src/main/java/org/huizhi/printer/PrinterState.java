package org.huizhi.printer;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a printer says of itself.
 *
 * @param obstacles what keeps it from printing; empty when it is ready
 * @param warnings what staff should see to soon, such as low paper, in the printer's own keywords
 */
public record PrinterState(Set<Obstacle> obstacles, Set<String> warnings) {
  /** Nothing is in the way. */
  public static final PrinterState READY = new PrinterState(Set.of(), Set.of());

  public PrinterState {
    obstacles = Set.copyOf(obstacles);
    warnings = Set.copyOf(warnings);
  }

  public static PrinterState stopped(Obstacle obstacle) {
    return new PrinterState(Set.of(obstacle), Set.of());
  }

  /** The same with one more obstacle. */
  PrinterState with(Obstacle obstacle) {
    Set<Obstacle> more = EnumSet.of(obstacle);
    more.addAll(obstacles);
    return new PrinterState(more, warnings);
  }

  /** Whether a slip given to it now should come out. */
  public boolean ready() {
    return obstacles.isEmpty();
  }

  /** The obstacles in a fixed order, so that staff see the same words for the same state. */
  @Override
  public String toString() {
    return ready() ? "ready" : new TreeSet<>(obstacles).toString();
  }
}
