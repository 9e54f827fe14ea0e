package org.huizhi.console;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;

/** The digits that numbers and PINs are tapped on. */
final class PinPad extends GridPane {
  PinPad(Say say, Consumer<Character> type, Runnable erase, Runnable enter) {
    getStyleClass().add("pad");
    for (int digit = 1; digit <= 9; digit++) {
      add(key((char) ('0' + digit), type), (digit - 1) % 3, (digit - 1) / 3);
    }
    add(say.button("pin-back", StaffPhrase.LOCK__BACK, "key", erase), 0, 3);
    add(key('0', type), 1, 3);
    add(say.button("pin-enter", StaffPhrase.LOCK__ENTER, "key", enter), 2, 3);
  }

  private static Button key(char digit, Consumer<Character> type) {
    Button key =
        Say.button("pin-" + digit, Character.toString(digit), "key", () -> type.accept(digit));
    key.getGraphic().getStyleClass().setAll("label", "key-name");
    return key;
  }
}
