package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.huizhi.check.Advice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class MirrorTest {
  private Mirror mirror;

  @Start
  void start(Stage window) {
    mirror = new Mirror(Pixels.frame());
    window.setScene(new Scene(new StackPane(mirror), 968, 1210));
    window.show();
  }

  /**
   * Who steps to their own left goes right in the camera's picture and left in the mirror: the
   * arrow has to point left.
   */
  @Test
  void arrowsLeadTheRightWay(FxRobot robot) {
    robot.interact(() -> mirror.draw(0.5));
    double before = mirror.x(0.45);
    double afterStepToOwnLeft = mirror.x(0.55);
    assertTrue(afterStepToOwnLeft < before, "the picture is not a mirror");
    assertEquals(Icon.ARROW_LEFT, AdvicePlate.icon(Advice.MOVE_LEFT));
    assertEquals(Icon.ARROW_RIGHT, AdvicePlate.icon(Advice.MOVE_RIGHT));
    assertTrue(mirror.y(0.4) < mirror.y(0.6));
    assertEquals(Icon.ARROW_UP, AdvicePlate.icon(Advice.MOVE_UP));
  }

  /** Whoever leads into the live view anew has a face before the view has a size. */
  @Test
  void hasNoPictureBeforeItHasRoomForOne(FxRobot robot) {
    Mirror unseen = new Mirror(Pixels.frame());
    robot.interact(() -> unseen.draw(0.5));
    assertFalse(unseen.hasPicture());
    robot.interact(() -> mirror.draw(0.5));
    assertTrue(mirror.hasPicture());
  }

  /** The middle of a frame that is wider than the view stays in the middle. */
  @Test
  void theMiddleStaysInTheMiddle(FxRobot robot) {
    robot.interact(() -> mirror.draw(0.5));
    assertEquals(mirror.getWidth() / 2, mirror.x(0.5), 2);
    assertEquals(mirror.getHeight() / 2, mirror.y(0.5), 2);
  }
}
