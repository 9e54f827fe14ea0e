package org.huizhi.screen;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.huizhi.session.State;

/** What stands in the middle of the screen for one state, and the actions under it. */
interface Page {
  Node body();

  /** The one thing to do next, at the bottom right. */
  default Optional<Button> primary() {
    return Optional.empty();
  }

  /** The other thing to do, at the bottom left. */
  default Optional<Button> secondary() {
    return Optional.empty();
  }

  /**
   * Shows a newer state on the same nodes.
   *
   * @return whether it could; else the kiosk makes a new page
   */
  default boolean take(State newer) {
    return false;
  }

  /** Only the time has changed. */
  default void tick(State newer) {}

  /** The page leaves the screen and drops whatever it holds. */
  default void close() {}
}
