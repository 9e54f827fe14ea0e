package org.huizhi.screen;

import java.util.function.LongSupplier;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;

/**
 * Lets no tap through that was meant for the screen before, and no second tap on the same button,
 * within 400 ms. Keys of a pad may be struck as fast as a person can.
 */
final class TapGuard {
  static final long NANOS = 400_000_000;

  private final LongSupplier clock;
  private long screenSince;
  private long tappedSince;
  private Object tapped = this;
  private boolean swallowing;

  /**
   * @param clock nanoseconds, as {@link System#nanoTime} gives them
   */
  TapGuard(LongSupplier clock) {
    this.clock = clock;
    this.screenSince = clock.getAsLong() - NANOS;
    this.tappedSince = screenSince;
  }

  /** Another screen has come under the finger. */
  void screenChanged() {
    screenSince = clock.getAsLong();
  }

  /** Swallows a tap that comes too early, from its press to its click. */
  void filter(MouseEvent event) {
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
      swallowing = !letsThrough(event.getTarget());
    }
    if (swallowing
        && (event.getEventType() == MouseEvent.MOUSE_PRESSED
            || event.getEventType() == MouseEvent.MOUSE_RELEASED
            || event.getEventType() == MouseEvent.MOUSE_CLICKED)) {
      event.consume();
    }
  }

  private boolean letsThrough(EventTarget target) {
    long now = clock.getAsLong();
    Object button = buttonOf(target);
    boolean again = button.equals(tapped) && now - tappedSince < NANOS;
    boolean key = button instanceof Button pad && pad.getStyleClass().contains("key");
    if (now - screenSince < NANOS || (again && !key)) {
      return false;
    }
    tapped = button;
    tappedSince = now;
    return true;
  }

  private static Object buttonOf(EventTarget target) {
    Object part = target;
    while (part instanceof Node node && !(node instanceof Button)) {
      if (node.getParent() == null) {
        return target;
      }
      part = node.getParent();
    }
    return part;
  }
}
