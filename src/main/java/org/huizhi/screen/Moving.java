package org.huizhi.screen;

/** A drawing that moves by itself. */
interface Moving {
  /** Stops where the drawing says most; for pictures of screens. */
  void hold();
}
