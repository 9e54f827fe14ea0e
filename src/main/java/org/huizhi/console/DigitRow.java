package org.huizhi.console;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** Ten digits and an eraser for a field, where there is no keyboard. */
final class DigitRow extends HBox {
  DigitRow(TextField field) {
    getStyleClass().add("staff-digits");
    for (char digit = '0'; digit <= '9'; digit++) {
      String text = Character.toString(digit);
      getChildren().add(key("find-" + text, text, () -> field.appendText(text)));
    }
    getChildren()
        .add(
            key(
                "find-erase",
                "←",
                () -> field.deleteText(Math.max(0, field.getLength() - 1), field.getLength())));
  }

  private static Button key(String id, String text, Runnable action) {
    return Say.button(id, text, "key", action);
  }
}
