package org.huizhi.console;

import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * The kiosk's screen with the staff's pages behind its upper left corner: whoever presses that for
 * three seconds finds the lock, and nothing shows that it is there. On the JavaFX thread.
 */
public final class Door extends StackPane {
  private static final Duration PRESS = Duration.seconds(3);

  /** Of the window's shorter side. */
  private static final double CORNER = 0.09;

  private final Region kiosk;
  private final ConsoleView staff;
  private final PauseTransition press = new PauseTransition(PRESS);
  private boolean swallowing;

  /**
   * @param staff makes the staff's pages; it is given what closes them
   */
  public Door(Region kiosk, Function<Runnable, ConsoleView> staff) {
    this.kiosk = kiosk;
    this.staff = staff.apply(this::close);
    getChildren().add(kiosk);
    press.setOnFinished(_ -> open());
    addEventFilter(MouseEvent.ANY, this::watch);
  }

  /** The button in the corner does what it is for, unless it was pressed for so long. */
  private void watch(MouseEvent event) {
    double corner = CORNER * Math.min(getWidth(), getHeight());
    boolean there = event.getX() < corner && event.getY() < corner;
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED && there && !isOpen()) {
      press.playFromStart();
    } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED || !there) {
      press.stop();
    }
    if (swallowing
        && (event.getEventType() == MouseEvent.MOUSE_RELEASED
            || event.getEventType() == MouseEvent.MOUSE_CLICKED)) {
      event.consume();
      swallowing = event.getEventType() == MouseEvent.MOUSE_RELEASED;
    }
  }

  private void open() {
    swallowing = true;
    staff.lock();
    getChildren().setAll(kiosk, staff);
  }

  private void close() {
    getChildren().setAll(kiosk);
  }

  /** Whether the corner is being pressed and the three seconds run. */
  boolean isCounting() {
    return press.getStatus() == Animation.Status.RUNNING;
  }

  /** Whether the staff's pages lie over the kiosk's screen. */
  public boolean isOpen() {
    return getChildren().contains(staff);
  }

  /** A second has passed. */
  public void tick() {
    if (isOpen()) {
      staff.tick();
    }
  }
}
