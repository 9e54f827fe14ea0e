package org.huizhi.screen;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The keys of one way of writing, and under them the ways there are. */
final class NameKeyboard extends VBox {
  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
  private static final String SPACE = " ";

  private final Wording wording;
  private final Consumer<String> struck;
  private final Runnable erase;

  /**
   * @param struck takes the character of a key
   * @param changed takes another way of writing
   */
  NameKeyboard(
      Wording wording,
      Writing writing,
      Consumer<String> struck,
      Runnable erase,
      Consumer<Writing> changed) {
    this.wording = wording;
    this.struck = struck;
    this.erase = erase;
    getStyleClass().add("keyboard");
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    for (int i = 0; i < writing.rows().size(); i++) {
      HBox row = row();
      writing.rows().get(i).forEach(key -> row.getChildren().add(key(key)));
      if (i == writing.rows().size() - 1) {
        row.getChildren().add(erasing(writing != Writing.LATIN));
      }
      getChildren().add(row);
    }
    HBox ways = row();
    if (writing == Writing.LATIN) {
      ways.getChildren().add(named("space", Phrase.IDENTIFYING__SPACE, () -> struck.accept(SPACE)));
    }
    for (Writing other : Writing.values()) {
      Button way =
          named(
              "writing-" + other.name().toLowerCase(Locale.ROOT),
              other.phrase(),
              () -> changed.accept(other));
      way.pseudoClassStateChanged(ON, other == writing);
      ways.getChildren().add(way);
    }
    getChildren().add(ways);
  }

  private Button key(String character) {
    Label label = new Label(character.equals("v") ? "ü" : character);
    label.getStyleClass().add("key-name");
    return wording.button(
        "letter-" + character.toLowerCase(Locale.ROOT),
        label,
        "key",
        () -> struck.accept(character));
  }

  private Button named(String id, Phrase phrase, Runnable action) {
    Label label = new Label(wording.say(phrase));
    label.getStyleClass().add("small-name");
    Button button = wording.button(id, label, "key", action);
    button.getStyleClass().add("way");
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    return button;
  }

  /**
   * @param room whether its row has room for a large one
   */
  private Button erasing(boolean room) {
    Button button = wording.button("erase", Icon.ERASE.node(56), "key", erase);
    button.setAccessibleText(wording.say(Phrase.IDENTIFYING__ERASE));
    if (room) {
      button.getStyleClass().add("erase");
    }
    return button;
  }

  private static HBox row() {
    HBox row = new HBox();
    row.getStyleClass().add("keyboard-row");
    row.setAlignment(Pos.CENTER);
    return row;
  }
}
