package org.huizhi.console;

import javafx.scene.Node;

/** One of the staff's pages. On the JavaFX thread. */
interface Part {
  Node node();

  /** A second has passed: what is shown may be old. */
  default void tick() {}

  /** The page leaves the screen and drops whatever it holds. */
  default void close() {}
}
