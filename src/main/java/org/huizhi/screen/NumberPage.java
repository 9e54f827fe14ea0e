package org.huizhi.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.huizhi.session.DocumentNumber;
import org.huizhi.session.Event;
import org.huizhi.session.State;

/** The number of a passport, permit or residence card; only keys that can come next work. */
final class NumberPage implements Page {
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final List<String> ROWS =
      List.of("1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM");

  private final Wording wording;
  private final DocumentNumber rules;
  private final Label number = new Label();
  private final VBox answer = new VBox();
  private final List<Button> keys = new ArrayList<>();
  private final Button next;
  private final Button skip;
  private State.Identifying state;

  NumberPage(Wording wording, State.Identifying state) {
    this.wording = wording;
    this.state = state;
    rules = DocumentNumber.of(state.draft().field());
    next = wording.button("next", Phrase.IDENTIFYING__NEXT, "primary", Event.Entered::new);
    skip = wording.button("skip", Phrase.IDENTIFYING__SKIP, "secondary", Event.Skipped::new);
    number.setId("number");
    number.getStyleClass().addAll("title", "name");
    number.setMaxWidth(Double.MAX_VALUE);
    answer.setId("answer");
    answer.getStyleClass().add("answer");
  }

  @Override
  public Node body() {
    VBox question =
        new VBox(
            wording.both("headline", Keys.of(state.draft().field(), "title")),
            wording.both("text", Keys.of(state.draft().field(), "hint")),
            number,
            answer);
    question.getStyleClass().add("question");
    Node keyboard = keyboard();
    show();
    if (wording.wide()) {
      HBox row = new HBox(question, keyboard);
      row.setAlignment(Pos.CENTER);
      HBox.setHgrow(question, Priority.ALWAYS);
      row.getStyleClass().addAll("body", "beside", "naming");
      return row;
    }
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    VBox column = new VBox(question, space, keyboard);
    column.getStyleClass().add("body");
    return column;
  }

  private Node keyboard() {
    VBox keyboard = new VBox();
    keyboard.getStyleClass().add("keyboard");
    for (String row : ROWS) {
      HBox line = new HBox();
      line.getStyleClass().add("keyboard-row");
      line.setAlignment(Pos.CENTER);
      for (String key : row.codePoints().mapToObj(Character::toString).toList()) {
        Button button = PadKeys.typing(wording, "letter", key);
        button.setUserData(key);
        keys.add(button);
        line.getChildren().add(button);
      }
      keyboard.getChildren().add(line);
    }
    Button erase = PadKeys.erasing(wording, 56);
    erase.getStyleClass().add("erase");
    ((HBox) keyboard.getChildren().getLast()).getChildren().add(erase);
    return keyboard;
  }

  @Override
  public Optional<Button> primary() {
    return Optional.of(next);
  }

  @Override
  public Optional<Button> secondary() {
    return state.skippable() ? Optional.of(skip) : Optional.empty();
  }

  @Override
  public boolean take(State newer) {
    if (!(newer instanceof State.Identifying asking)
        || asking.draft().field() != state.draft().field()) {
      return false;
    }
    state = asking;
    show();
    return true;
  }

  private void show() {
    String text = state.draft().text();
    DocumentNumber.Standing standing = rules.read(text);
    number.setText(grouped(text));
    keys.forEach(key -> key.setDisable(!rules.takes(text, String.valueOf(key.getUserData()))));
    boolean right = standing == DocumentNumber.Standing.RIGHT;
    next.setDisable(!right);
    answer.pseudoClassStateChanged(RIGHT, right);
    answer.pseudoClassStateChanged(WRONG, standing == DocumentNumber.Standing.WRONG);
    answer
        .getChildren()
        .setAll(
            switch (standing) {
              case BEGUN ->
                  told(
                      Icon.NEXT,
                      wording.both("text", Phrase.IDENTIFYING__MISSING, rules.missing(text)));
              case RIGHT -> told(Icon.TICK, wording.both("text", Phrase.IDENTIFYING__COMPARE));
              case WRONG ->
                  told(Icon.ATTENTION, wording.both("text", Phrase.IDENTIFYING__WRONG_NUMBER));
            });
  }

  private Node told(Icon icon, Node text) {
    return wording.withIcon(icon, 56, text);
  }

  /** In fours, as it is read aloud. */
  private static String grouped(String text) {
    return text.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
