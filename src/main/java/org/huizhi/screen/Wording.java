package org.huizhi.screen;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.huizhi.session.Event;
import org.huizhi.session.Setting;

/**
 * Makes the labels and buttons of one screen: the chosen language first, the other one smaller
 * under it, never both in one line.
 *
 * @param wide whether the screen is wider than high
 */
record Wording(Words words, Setting setting, boolean wide, Consumer<Event> tell) {
  private static final String LEFT_TO_RIGHT_MARK = "\u200E";

  String say(String key, Object... filled) {
    return words.say(setting.language(), key, filled);
  }

  String say(Phrase phrase, Object... filled) {
    return say(phrase.key(), filled);
  }

  /** The sentence in the other language; empty when there is only one. */
  Optional<String> under(String key, Object... filled) {
    return words.under(setting.language()).map(other -> words.say(other, key, filled));
  }

  /** Both languages, one under the other. */
  VBox both(String style, String key, Object... filled) {
    return pair(style, say(key, filled), under(key, filled));
  }

  VBox both(String style, Phrase phrase, Object... filled) {
    return both(style, phrase.key(), filled);
  }

  /** Two texts that are not from the words files, such as a document's title. */
  VBox pair(String style, String first, Optional<String> second) {
    VBox box = new VBox(TextLine.of(kept(first), style));
    second
        .filter(text -> !text.equals(first))
        .ifPresent(text -> box.getChildren().add(TextLine.of(kept(text), style, "under")));
    box.getStyleClass().addAll("both", style + "-both");
    return box;
  }

  /**
   * A sentence from left to right keeps its order, full stop and all, on a screen that does not.
   */
  private String kept(String text) {
    return orientation() == NodeOrientation.RIGHT_TO_LEFT && !Fonts.isArabic(text)
        ? LEFT_TO_RIGHT_MARK + text + LEFT_TO_RIGHT_MARK
        : text;
  }

  /** A button that tells an event of this visit. */
  Button button(String id, Phrase phrase, String style, LongFunction<Event> event) {
    return button(id, both("action", phrase), style, () -> tell.accept(event.apply(number())));
  }

  Button button(String id, Node content, String style, Runnable action) {
    Button button = new Button();
    button.setId(id);
    button.setGraphic(content);
    button.getStyleClass().setAll("touch", style);
    button.setOnAction(_ -> action.run());
    button.setFocusTraversable(false);
    if (content instanceof VBox box) {
      box.setAlignment(Pos.CENTER);
    }
    keepOnOneLine(content);
    return button;
  }

  /** A button is as high as its words in one line; the words are chosen short. */
  private static void keepOnOneLine(Node content) {
    if (content instanceof Label label) {
      label.setWrapText(false);
    } else if (content instanceof TextLine.Apart words) {
      words.setMinWidth(Region.USE_PREF_SIZE);
    } else if (content instanceof Pane pane) {
      pane.getChildren().forEach(Wording::keepOnOneLine);
    }
  }

  /** An icon before a text that may take several lines. */
  HBox withIcon(Icon icon, double size, Node text) {
    HBox row = new HBox(icon.node(size), text);
    row.getStyleClass().add("with-icon");
    return row;
  }

  /** Which way the chosen language is written. */
  NodeOrientation orientation() {
    return Fonts.isArabic(say(Phrase.LANGUAGE__NAME))
        ? NodeOrientation.RIGHT_TO_LEFT
        : NodeOrientation.LEFT_TO_RIGHT;
  }

  long number() {
    return setting.number();
  }

  void told(Event event) {
    tell.accept(event);
  }
}
