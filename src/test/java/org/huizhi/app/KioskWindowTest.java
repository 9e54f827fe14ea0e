package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Nobody leaves the full screen by hand. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class KioskWindowTest {
  private Stage stage;

  @Start
  void start(Stage unused) {
    stage = KioskWindow.fullScreen(new StackPane());
  }

  @Test
  void noKeyAndNoCloseRequestLeavesTheFullScreen(FxRobot robot) {
    robot.push(KeyCode.ESCAPE);
    robot.push(KeyCode.F11);
    robot.push(KeyCode.ALT, KeyCode.F4);
    robot.push(KeyCode.CONTROL, KeyCode.W);
    robot.push(KeyCode.CONTROL, KeyCode.Q);
    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    assertTrue(stage.isShowing() && stage.isFullScreen());
    robot.interact(stage::hide);
  }
}
