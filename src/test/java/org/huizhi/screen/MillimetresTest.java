package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.huizhi.screen.Sight.Shape;
import org.huizhi.screen.Sight.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * That all screens keep to these measures is {@link ScreensTest}'s and {@link ContactPageTest}'s.
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class MillimetresTest {
  private Stand stand;

  @Start
  void start(Stage window) throws Exception {
    stand = new Stand(window);
  }

  /** What doctor tells of this screen is what is drawn on it. */
  @Test
  void theSheetsOwnFiguresAreTrue(FxRobot robot) {
    stand.show(new Sight("welcome", "en", Theme.USUAL, Shape.PORTRAIT));
    Label small = robot.lookup(".small-name").queryAs(Label.class);
    assertEquals(
        Millimetres.SCREEN.leastCapitalMm(),
        Millimetres.capital(small) * Millimetres.SCREEN.widthMm() / Shape.PORTRAIT.width,
        0.05);
    assertTrue(Millimetres.SCREEN.leastTargetMm() >= Millimetres.LEAST_TARGET_MM);
  }
}
