package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.huizhi.config.KioskConfig;
import org.huizhi.screen.Sight.Shape;
import org.huizhi.screen.Sight.Theme;
import org.huizhi.session.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Targets and type in millimetres, on a screen as large as kiosk-config says. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class MillimetresTest {
  private static final double LEAST_TARGET_MM = 20;
  private static final double LEAST_CAPITAL_MM = 5;

  private Stand stand;
  private ScreenSize screen;

  @Start
  void start(Stage window) throws Exception {
    stand = new Stand(window);
    screen = KioskConfig.read(Path.of("kiosk-config")).kiosk().screen();
  }

  @Test
  void targetsAreWideAndCapitalsHighEnough() {
    List<String> wrong = new ArrayList<>();
    for (String sample : Samples.states().keySet()) {
      for (String language : List.of("en", "ug")) {
        measure(new Sight(sample, language, Theme.USUAL, Shape.PORTRAIT), wrong);
      }
      measure(new Sight(sample, "en", Theme.USUAL, Shape.WIDE), wrong);
    }
    assertEquals("", String.join("\n", wrong));
  }

  /** What doctor tells of this screen is what is drawn on it. */
  @Test
  void theSheetsOwnFiguresAreTrue(FxRobot robot) {
    stand.show(new Sight("welcome", "en", Theme.USUAL, Shape.PORTRAIT));
    Label small = robot.lookup(".small-name").queryAs(Label.class);
    assertEquals(
        screen.leastCapitalMm(), capital(small) * screen.widthMm() / Shape.PORTRAIT.width, 0.05);
    assertTrue(screen.leastTargetMm() >= LEAST_TARGET_MM);
  }

  private void measure(Sight sight, List<String> wrong) {
    stand.show(sight);
    double longMm = Math.max(screen.widthMm(), screen.heightMm());
    double mmPerPx = longMm / Math.max(sight.shape().width, sight.shape().height);
    Stand.act(() -> collect(stand.view, mmPerPx, sight, wrong));
  }

  private void collect(Node node, double mmPerPx, Sight sight, List<String> wrong) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Button button) {
      Bounds seen = button.localToScene(button.getLayoutBounds());
      double wide = seen.getWidth() * mmPerPx;
      if (wide < LEAST_TARGET_MM) {
        wrong.add("%s: #%s is %.1f mm wide".formatted(sight.name(), button.getId(), wide));
      }
    }
    if (node instanceof Label label && !label.getText().isEmpty()) {
      double high = capital(label) * mmPerPx;
      if (high < LEAST_CAPITAL_MM) {
        wrong.add("%s: capitals of %.1f mm: %s".formatted(sight.name(), high, label.getText()));
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, mmPerPx, sight, wrong));
    }
  }

  /** How high the H of a label's font is, in pixels of the window. */
  private static double capital(Label label) {
    Font font = label.getFont();
    Text capital = new Text("H");
    capital.setFont(font);
    capital.setBoundsType(javafx.scene.text.TextBoundsType.VISUAL);
    double scale = label.getLocalToSceneTransform().getMyy();
    return capital.getLayoutBounds().getHeight() * scale;
  }
}
