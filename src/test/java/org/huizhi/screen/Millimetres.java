package org.huizhi.screen;

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
import javafx.scene.text.TextBoundsType;
import org.huizhi.config.ConfigMistakes;
import org.huizhi.config.KioskConfig;

/** Measures targets and type in millimetres, on a screen as large as kiosk-config says. */
final class Millimetres {
  static final double LEAST_TARGET_MM = 20;
  private static final double LEAST_CAPITAL_MM = 5;
  static final ScreenSize SCREEN = screen();

  private Millimetres() {}

  private static ScreenSize screen() {
    try {
      return KioskConfig.read(Path.of("kiosk-config")).kiosk().screen();
    } catch (ConfigMistakes mistakes) {
      throw new IllegalStateException(mistakes);
    }
  }

  static List<String> faults(Node view, Sight.Shape shape, Least least) {
    double longMm = Math.max(SCREEN.widthMm(), SCREEN.heightMm());
    double mmPerPx = longMm / Math.max(shape.width, shape.height);
    List<String> faults = new ArrayList<>();
    collect(view, mmPerPx, least, faults);
    return faults;
  }

  private static void collect(Node node, double mmPerPx, Least least, List<String> wrong) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Button button) {
      Bounds seen = button.localToScene(button.getLayoutBounds());
      double wide = seen.getWidth() * mmPerPx;
      least.target(wide);
      if (wide < LEAST_TARGET_MM) {
        wrong.add("#%s is %.1f mm wide".formatted(button.getId(), wide));
      }
    }
    if (node instanceof Label label && !label.getText().isEmpty()) {
      double high = capital(label) * mmPerPx;
      least.capital(high);
      if (high < LEAST_CAPITAL_MM) {
        wrong.add("capitals of %.1f mm: %s".formatted(high, label.getText()));
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, mmPerPx, least, wrong));
    }
  }

  /** How high the H of a label's font is, in pixels of the window. */
  static double capital(Label label) {
    Font font = label.getFont();
    Text capital = new Text("H");
    capital.setFont(font);
    capital.setBoundsType(TextBoundsType.VISUAL);
    double scale = label.getLocalToSceneTransform().getMyy();
    return capital.getLayoutBounds().getHeight() * scale;
  }
}
