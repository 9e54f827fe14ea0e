package org.huizhi.app;

import java.util.Optional;

/** Deeds of which none waits for another to succeed. */
final class Each {
  private Each() {}

  /**
   * Does one after the other, whatever becomes of those before.
   *
   * @throws RuntimeException what the first of them failed with, the others beside it, after all
   */
  static void of(Runnable... deeds) {
    Optional<RuntimeException> first = Optional.empty();
    for (Runnable deed : deeds) {
      try {
        deed.run();
      } catch (RuntimeException wrong) {
        first.ifPresent(before -> before.addSuppressed(wrong));
        first = first.or(() -> Optional.of(wrong));
      }
    }
    if (first.isPresent()) {
      throw first.get();
    }
  }
}
