package org.huizhi.session;

import java.util.List;

/** Where an event leads, and what it asks for, to be carried out in this order. */
public record Step(State state, List<Effect> effects) {
  public Step {
    effects = List.copyOf(effects);
  }
}
