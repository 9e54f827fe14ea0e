package org.huizhi.console;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.huizhi.screen.Words;

/**
 * Makes the labels and buttons of the staff's pages, in one language at a time.
 *
 * @param staff the words of these pages
 * @param applicant the words of the applicant's screens, to quote them
 */
record Say(Words staff, Words applicant, String language) {
  private static final double GAP_PX = 20;

  String say(StaffPhrase phrase, Object... filled) {
    return staff.say(language, phrase.key(), filled);
  }

  String say(String key, Object... filled) {
    return staff.say(language, key, filled);
  }

  /** What the applicant's screen says. */
  String quote(String key) {
    return applicant.say(quoted(), key);
  }

  /** The language of the applicant's screens that is nearest to this one. */
  String quoted() {
    return applicant.languages().contains(language) ? language : "zh";
  }

  /** The sentence of these pages with this key, or else the applicant's. */
  String any(String key) {
    String own = say(key);
    return own.equals(key) ? quote(key) : own;
  }

  /** The other language of these pages. */
  String other() {
    List<String> languages = staff.languages();
    return languages.get((languages.indexOf(language) + 1) % languages.size());
  }

  static Label text(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  Label text(StaffPhrase phrase, String... styles) {
    return text(say(phrase), styles);
  }

  Button button(String id, StaffPhrase phrase, String style, Runnable action) {
    return button(id, say(phrase), style, action);
  }

  static Button button(String id, String text, String style, Runnable action) {
    Label label = new Label(text);
    label.getStyleClass().add("action");
    Button button = new Button();
    button.setId(id);
    button.setGraphic(label);
    button.getStyleClass().setAll("touch", style);
    button.setOnAction(_ -> action.run());
    button.setFocusTraversable(false);
    return button;
  }

  /** A whole line that can be touched. */
  static Button choice(String id, String text, Runnable action) {
    Button choice = button(id, text, "choice", action);
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.getStyleClass().add("staff-choice");
    return choice;
  }

  static VBox card(Node... nodes) {
    VBox card = new VBox(nodes);
    card.getStyleClass().add("staff-card");
    return card;
  }

  static ScrollPane scroll(Node content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("staff-scroll");
    return scroll;
  }

  static HBox row(Node... nodes) {
    HBox row = new HBox(nodes);
    row.getStyleClass().add("staff-row");
    return row;
  }

  /** Buttons beside each other, and below where the screen is too narrow for their words. */
  static FlowPane wrapping(Button... buttons) {
    FlowPane flow = new FlowPane(GAP_PX, GAP_PX, buttons);
    for (Button button : buttons) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    return flow;
  }
}
