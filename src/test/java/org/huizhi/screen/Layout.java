package org.huizhi.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** Measures a screen: nothing cut off, nothing overlapping, nothing too small to touch. */
final class Layout {
  private static final double LEAST_TARGET_PX = 96;
  private static final double TOLERANCE_PX = 1.5;

  private Layout() {}

  /**
   * @param root whose own measure is used: pixels of the kiosk's sheet, whatever the window's size
   */
  static List<String> faults(Parent root) {
    List<String> faults = new ArrayList<>();
    List<Node> texts = new ArrayList<>();
    List<Button> buttons = new ArrayList<>();
    collect(root, texts, buttons);
    Bounds screen = root.getLayoutBounds();
    for (Node text : texts) {
      Label label = (Label) text;
      Bounds place = place(root, label);
      if (!contains(screen, place)) {
        faults.add("outside the screen: " + label.getText());
      }
      if (isCut(label)) {
        faults.add("cut off: " + label.getText());
      }
      if (overEdge(root, label, place)) {
        faults.add("over the edge of what it stands on: " + label.getText());
      }
    }
    for (Button button : buttons) {
      Bounds place = place(root, button);
      if (place.getHeight() < LEAST_TARGET_PX - TOLERANCE_PX) {
        faults.add("only " + place.getHeight() + " px high: #" + button.getId());
      }
      if (place.getWidth() < 72 || !contains(screen, place)) {
        faults.add("too narrow or outside: #" + button.getId() + " " + place);
      }
    }
    overlaps(root, texts, faults);
    overlaps(root, buttons, faults);
    return faults;
  }

  /** Edges that are kept free must not be used up either. */
  static List<String> tooHigh(Parent view) {
    double sheet = view.lookup(".sheet").getLayoutBounds().getHeight();
    double over = sheet - view.lookup(".canvas").getLayoutBounds().getHeight();
    return over > TOLERANCE_PX ? List.of("too high by %.0f px".formatted(over)) : List.of();
  }

  private static Bounds place(Parent root, Node node) {
    return root.sceneToLocal(node.localToScene(node.getLayoutBounds()));
  }

  private static void collect(Parent parent, List<Node> texts, List<Button> buttons) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (!child.isVisible()) {
        continue;
      }
      if (child instanceof Label label) {
        if (!label.getText().isEmpty()) {
          texts.add(label);
        }
      } else if (child instanceof Parent inner) {
        if (child instanceof Button button) {
          buttons.add(button);
        }
        collect(inner, texts, buttons);
      }
    }
  }

  /** JavaFX shows an ellipsis when the words do not fit; the drawn text then differs. */
  private static boolean isCut(Label label) {
    return label.getChildrenUnmodifiable().stream()
        .filter(Text.class::isInstance)
        .map(Text.class::cast)
        .anyMatch(
            drawn ->
                !drawn.getText().equals(label.getText())
                    || drawn.getLayoutBounds().getHeight() > label.getHeight() + TOLERANCE_PX
                    || drawn.getLayoutBounds().getWidth() > label.getWidth() + TOLERANCE_PX);
  }

  /** A plate, card or button that is drawn has to hold its words. */
  private static boolean overEdge(Parent root, Node label, Bounds place) {
    for (Parent on = label.getParent(); on != null && !on.equals(root); on = on.getParent()) {
      if (on instanceof Region region
          && region.getBorder() != null
          && !contains(place(root, region), place)) {
        return true;
      }
    }
    return false;
  }

  private static void overlaps(Parent root, List<? extends Node> nodes, List<String> faults) {
    for (int i = 0; i < nodes.size(); i++) {
      for (int j = i + 1; j < nodes.size(); j++) {
        Bounds one = place(root, nodes.get(i));
        Bounds other = place(root, nodes.get(j));
        double wide =
            Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double high =
            Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        if (wide > TOLERANCE_PX && high > TOLERANCE_PX) {
          faults.add("overlap: " + told(nodes.get(i)) + " and " + told(nodes.get(j)));
        }
      }
    }
  }

  private static String told(Node node) {
    return node instanceof Label label ? label.getText() : "#" + node.getId();
  }

  private static boolean contains(Bounds outer, Bounds inner) {
    return inner.getMinX() >= outer.getMinX() - TOLERANCE_PX
        && inner.getMinY() >= outer.getMinY() - TOLERANCE_PX
        && inner.getMaxX() <= outer.getMaxX() + TOLERANCE_PX
        && inner.getMaxY() <= outer.getMaxY() + TOLERANCE_PX;
  }
}
