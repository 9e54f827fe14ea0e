package org.huizhi.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * What a part of the kiosk has opened, to be closed in reverse. A constructor that fails half-way
 * closes it as well: opening is tried every few seconds, and what is left open each time would eat
 * up the hall's connections and the machine's memory. One thread.
 */
final class Held implements AutoCloseable {
  private final Deque<Runnable> held = new ArrayDeque<>();

  /** Keeps something, with how it is closed; gives it back. */
  <T> T keep(T opened, Consumer<? super T> closing) {
    held.push(() -> closing.accept(opened));
    return opened;
  }

  /** Closes all of it, the last first, even when one of them fails. */
  @Override
  public void close() {
    Runnable next = held.poll();
    if (next == null) {
      return;
    }
    try {
      next.run();
    } finally {
      close();
    }
  }
}
