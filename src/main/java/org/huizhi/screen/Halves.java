package org.huizhi.screen;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Two actions side by side, each half as wide as the screen, whether or not both are there. */
final class Halves extends GridPane {
  Halves(Optional<Button> left, Optional<Button> right) {
    getStyleClass().add("actions");
    for (int i = 0; i < 2; i++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      getColumnConstraints().add(half);
    }
    left.ifPresent(button -> put(button, 0));
    right.ifPresent(button -> put(button, 1));
  }

  private void put(Button button, int column) {
    button.setMaxWidth(Double.MAX_VALUE);
    add(button, column, 0);
  }
}
