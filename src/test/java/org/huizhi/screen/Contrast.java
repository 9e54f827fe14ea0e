package org.huizhi.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.SVGPath;

/**
 * Measures how well each text and sign stands out from what is painted behind it, by WCAG 2's
 * formula.
 */
final class Contrast {
  /** WCAG 2.2, 1.4.6: enough for eyes that see at a quarter of the usual sharpness. */
  private static final double LEAST = 7;

  private Contrast() {}

  private record Seen(Least least, List<String> faults) {
    void add(double ratio, String what) {
      least.contrast(ratio);
      if (ratio < LEAST) {
        faults.add("contrast %.1f: %s".formatted(ratio, what));
      }
    }
  }

  static List<String> faults(Parent root) {
    return faults(root, new Least());
  }

  static List<String> faults(Parent root, Least least) {
    List<String> faults = new ArrayList<>();
    collect(root, Color.TRANSPARENT, 1, new Seen(least, faults));
    return faults;
  }

  private static void collect(Node node, Color behind, double shown, Seen seen) {
    if (!node.isVisible() || node.getStyleClass().contains("posture-right")) {
      return; // the posture's tick stands on the person drawn there, which is filled as a card is
    }
    double opacity = shown * node.getOpacity();
    Color ground = node instanceof Region region ? over(region, behind) : behind;
    if (node instanceof Label label && !label.getText().isEmpty()) {
      double ratio = ratio(ground.interpolate((Color) label.getTextFill(), opacity), ground);
      seen.add(ratio, label.getText());
    }
    if (node instanceof SVGPath sign
        && sign.getStyleClass().contains("icon")
        && sign.getStroke() instanceof Color stroke) {
      double ratio = ratio(ground.interpolate(stroke, opacity), ground);
      seen.add(ratio, "a sign");
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, ground, opacity, seen));
    }
  }

  private static Color over(Region region, Color behind) {
    Color ground = behind;
    if (region.getBackground() != null) {
      for (BackgroundFill fill : region.getBackground().getFills()) {
        Paint paint = fill.getFill();
        if (paint instanceof Color color && color.getOpacity() > 0) {
          ground = ground.interpolate(color, color.getOpacity());
        }
      }
    }
    return ground;
  }

  static double ratio(Color one, Color other) {
    double first = luminance(one) + 0.05;
    double second = luminance(other) + 0.05;
    return Math.max(first, second) / Math.min(first, second);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
