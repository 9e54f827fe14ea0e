package org.huizhi.config;

import java.util.List;
import java.util.stream.Collectors;

/** All the mistakes of a {@code kiosk-config}; its message has a line for each. */
public final class ConfigMistakes extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Mistake> mistakes;

  public ConfigMistakes(List<Mistake> mistakes) {
    // A mistake in a base is met once for each file that is based on it.
    this.mistakes = mistakes.stream().distinct().toList();
  }

  @Override
  public String getMessage() {
    return mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n"));
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }
}
