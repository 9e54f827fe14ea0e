package org.huizhi.screen;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
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
import org.huizhi.session.IdNumber;
import org.huizhi.session.State;
import org.huizhi.session.Typing;
import org.huizhi.spec.Field;

/** The number on a pad of twelve keys; what it says is shown back at once. */
final class IdNumberPage implements Page {
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final List<String> KEYS =
      List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "X", "0");

  /** Region, birth date, order and check digit: how the number is read aloud. */
  private static final int[] GROUPS = {6, 8, 4};

  private final Wording wording;
  private final HBox number = new HBox();
  private final VBox answer = new VBox();
  private final Button next;
  private final Button skip;
  private State.Identifying state;

  IdNumberPage(Wording wording, State.Identifying state) {
    this.wording = wording;
    this.state = state;
    next = wording.button("next", Phrase.IDENTIFYING__NEXT, "primary", Event.Entered::new);
    skip = wording.button("skip", Phrase.IDENTIFYING__SKIP, "secondary", Event.Skipped::new);
    number.getStyleClass().add("number");
    number.setId("number");
    answer.getStyleClass().add("answer");
    answer.setId("answer");
    show();
  }

  @Override
  public Node body() {
    VBox question =
        new VBox(
            wording.both("headline", Keys.of(Field.ID_NUMBER, "title")),
            wording.both("text", Keys.of(Field.ID_NUMBER, "hint")),
            number,
            answer);
    question.getStyleClass().add("question");
    GridPane pad = pad();
    if (wording.wide()) {
      HBox row = new HBox(question, pad);
      row.setAlignment(Pos.CENTER);
      HBox.setHgrow(question, Priority.ALWAYS);
      row.getStyleClass().addAll("body", "beside");
      return row;
    }
    Region space = new Region();
    VBox.setVgrow(space, Priority.ALWAYS);
    VBox column = new VBox(question, space, pad);
    column.getStyleClass().add("body");
    return column;
  }

  private GridPane pad() {
    GridPane pad = new GridPane();
    pad.getStyleClass().add("pad");
    for (int i = 0; i < KEYS.size(); i++) {
      String key = KEYS.get(i);
      pad.add(PadKeys.typing(wording, "digit", key), i % 3, i / 3);
    }
    Button erase = PadKeys.erasing(wording, 64);
    pad.add(erase, 2, 3);
    return pad;
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
    showNumber(state.draft().text());
    IdNumber.Reading reading = Typing.idNumber(state);
    boolean right = reading instanceof IdNumber.Reading.Right;
    boolean wrong = reading instanceof IdNumber.Reading.Wrong;
    next.setDisable(!right);
    for (Node part : List.of(number, answer)) {
      part.pseudoClassStateChanged(RIGHT, right);
      part.pseudoClassStateChanged(WRONG, wrong);
    }
    answer.getChildren().setAll(wording.withIcon(iconOf(reading), 56, answerTo(reading)));
  }

  private void showNumber(String text) {
    number.getChildren().clear();
    int from = 0;
    for (int length : GROUPS) {
      HBox group = new HBox();
      group.getStyleClass().add("number-group");
      for (int i = from; i < from + length; i++) {
        Label place = new Label(i < text.length() ? text.substring(i, i + 1) : "");
        place.getStyleClass().add("place");
        group.getChildren().add(place);
      }
      number.getChildren().add(group);
      from += length;
    }
  }

  private static Icon iconOf(IdNumber.Reading reading) {
    return switch (reading) {
      case IdNumber.Reading.Incomplete _ -> Icon.NEXT;
      case IdNumber.Reading.Wrong _ -> Icon.ATTENTION;
      case IdNumber.Reading.Right _ -> Icon.TICK;
    };
  }

  private VBox answerTo(IdNumber.Reading reading) {
    return switch (reading) {
      case IdNumber.Reading.Incomplete incomplete ->
          wording.both("text", Phrase.IDENTIFYING__MISSING, incomplete.missing());
      case IdNumber.Reading.Wrong wrong ->
          switch (wrong.fault()) {
            case BIRTH_DATE -> wording.both("text", Phrase.IDENTIFYING__WRONG_DATE);
            case CHECK_DIGIT -> wording.both("text", Phrase.IDENTIFYING__WRONG_NUMBER);
          };
      case IdNumber.Reading.Right right -> {
        String language = wording.setting().language();
        yield wording.pair(
            "text",
            person(language, right),
            wording.words().under(language).map(other -> person(other, right)));
      }
    };
  }

  private String person(String language, IdNumber.Reading.Right right) {
    Words words = wording.words();
    Phrase sex =
        switch (right.sex()) {
          case MALE -> Phrase.IDENTIFYING__MALE;
          case FEMALE -> Phrase.IDENTIFYING__FEMALE;
        };
    String date =
        words.say(
            language,
            Phrase.IDENTIFYING__DATE.key(),
            right.birth().getYear(),
            right.birth().getMonthValue(),
            right.birth().getDayOfMonth());
    return words.say(
        language, Phrase.IDENTIFYING__RIGHT.key(), date, words.say(language, sex.key()));
  }
}
