package org.huizhi.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;

/**
 * Measures whether whoever sits reaches every control: a finger's breadth of each lies in the lower
 * third of an upright screen, of letters in its lower half, of the names that they find in its
 * lower three quarters. A lying screen is hardly half as high: there all lie in the lower half but
 * letters and names.
 */
final class Reach {
  private static final double FINGER_PX = 96;

  private Reach() {}

  static List<String> faults(Parent root, Sight.Shape shape) {
    List<String> faults = new ArrayList<>();
    collect(root, root, shape, shape == Sight.Shape.WIDE ? 1 / 2.0 : 1 / 3.0, faults);
    return faults;
  }

  private static void collect(
      Node node, Parent root, Sight.Shape shape, double share, List<String> faults) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Button button) {
      Bounds place = root.sceneToLocal(button.localToScene(button.getLayoutBounds()));
      double within = place.getMaxY() - Math.max((1 - share) * shape.height, place.getMinY());
      double lacks = Math.min(FINGER_PX, place.getHeight()) - within;
      if (lacks > 2) {
        faults.add("out of reach by %.0f px: #%s".formatted(lacks, button.getId()));
      }
    } else if (node instanceof Parent parent) {
      double here = share(node, share, shape == Sight.Shape.WIDE);
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, root, shape, here, faults));
    }
  }

  private static double share(Node node, double outside, boolean wide) {
    if (node.getStyleClass().contains("candidate-grid")) {
      return wide ? 0.85 : 0.75;
    }
    return node.getStyleClass().contains("keyboard") ? (wide ? 0.85 : 0.5) : outside;
  }
}
