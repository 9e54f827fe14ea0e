package org.huizhi.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.huizhi.session.DocumentNumber;
import org.huizhi.session.State;
import org.huizhi.spec.Field;

/** The number of a passport, permit, residence card or phone; only keys that can come next work. */
final class NumberPage extends EntryPage {
  private static final List<String> ROWS =
      List.of("1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM");

  private final DocumentNumber rules;
  private final Label number = new Label();
  private final Answer answer;
  private final List<Button> keys = new ArrayList<>();

  NumberPage(Wording wording, State.Identifying state) {
    super(wording, state);
    rules = DocumentNumber.of(state.draft().field());
    answer = new Answer(wording);
    number.setId("number");
    number.getStyleClass().addAll("title", "name");
    number.setMaxWidth(Double.MAX_VALUE);
  }

  @Override
  public Node body() {
    boolean digits = rules.isDigitsOnly();
    Node title = wording.both("headline", Keys.of(state().draft().field(), "title"));
    Node hint = wording.both("text", Keys.of(state().draft().field(), "hint"));
    VBox question = new VBox();
    if (wording.wide() && wording.setting().comfort().lowReach() && !digits) {
      HBox beside = new HBox(title, hint); // the keyboard needs the height
      beside.getStyleClass().add("beside");
      question.getChildren().add(beside);
    } else {
      question.getChildren().addAll(title, hint);
    }
    question.getChildren().addAll(number, answer);
    Region body = PadKeys.under(wording, question, digits ? pad() : keyboard());
    if (wording.wide() && !digits) {
      body.getStyleClass().add("naming");
    }
    show();
    return body;
  }

  private Node pad() {
    GridPane pad = PadKeys.pad(wording, "");
    for (Node key : pad.getChildren()) {
      if (key instanceof Button button && button.getUserData() != null) {
        keys.add(button);
      }
    }
    return pad;
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
  void show() {
    String text = text();
    DocumentNumber.Standing standing = rules.read(text);
    number.setText(grouped(text));
    keys.forEach(key -> key.setDisable(!rules.takes(text, String.valueOf(key.getUserData()))));
    next.setDisable(standing != DocumentNumber.Standing.RIGHT);
    switch (standing) {
      case BEGUN ->
          answer.open(wording.both("text", Phrase.IDENTIFYING__MISSING, rules.missing(text)));
      case RIGHT -> answer.right(wording.both("text", compare()));
      case WRONG -> answer.wrong(wording.both("text", Phrase.IDENTIFYING__WRONG_NUMBER));
    }
  }

  private Phrase compare() {
    return state().draft().field() == Field.PHONE
        ? Phrase.IDENTIFYING__COMPARE_PHONE
        : Phrase.IDENTIFYING__COMPARE;
  }

  /** As it is read aloud: phones in three and twice four, all others in fours. */
  private String grouped(String text) {
    String places = state().draft().field() == Field.PHONE ? "(^...|(?<=^.{3}).{4})" : "(.{4})";
    return text.replaceAll(places + "(?=.)", "$1 ");
  }
}
