package org.huizhi.screen;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.huizhi.session.Event;

/** The keys that pads and keyboards are made of, and where they stand. */
final class PadKeys {
  private PadKeys() {}

  /**
   * A question above the keys that answer it, or beside them where the screen is wide and all of it
   * is within reach.
   */
  static Region under(Wording wording, VBox question, Node keys) {
    question.getStyleClass().add("question");
    if (wording.wide() && !wording.setting().comfort().lowReach()) {
      HBox row = new HBox(question, keys);
      row.setAlignment(Pos.CENTER);
      HBox.setHgrow(question, Priority.ALWAYS);
      row.getStyleClass().addAll("body", "beside");
      return row;
    }
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    VBox column = new VBox(question, space, keys);
    column.getStyleClass().add("body");
    return column;
  }

  /**
   * Three keys a row, the last of them erasing; in as few rows as there is room for where all must
   * be low.
   *
   * @param last what stands left of the zero, such as X; may be empty
   */
  static GridPane pad(Wording wording, String last) {
    GridPane pad = new GridPane();
    pad.getStyleClass().add("pad");
    int columns = !wording.setting().comfort().lowReach() ? 3 : wording.wide() ? 12 : 6;
    for (int i = 0; i < 12; i++) {
      String key = i < 9 ? Integer.toString(i + 1) : i == 9 ? last : "0";
      if (!key.isEmpty()) {
        Button button = i == 11 ? erasing(wording, 64) : typing(wording, "digit", key);
        pad.add(button, i % columns, i / columns);
      }
    }
    return pad;
  }

  /**
   * A key that types its character, which is its user data.
   *
   * @param kind what its id begins with, such as {@code digit}
   */
  static Button typing(Wording wording, String kind, String character) {
    Label label = new Label(character);
    label.getStyleClass().add("key-name");
    Button key =
        wording.button(
            kind + "-" + character.toLowerCase(Locale.ROOT),
            label,
            "key",
            () -> wording.told(new Event.Typed(wording.number(), character)));
    key.setUserData(character);
    return key;
  }

  /** The key that takes the last character away. */
  static Button erasing(Wording wording, int iconPx) {
    Button erase =
        wording.button(
            "erase",
            Icon.ERASE.node(iconPx),
            "key",
            () -> wording.told(new Event.Erased(wording.number())));
    erase.setAccessibleText(wording.say(Phrase.IDENTIFYING__ERASE));
    return erase;
  }
}
