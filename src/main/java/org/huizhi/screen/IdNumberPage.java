package org.huizhi.screen;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.huizhi.session.IdNumber;
import org.huizhi.session.State;
import org.huizhi.session.Typing;
import org.huizhi.spec.Field;

/** The number on a pad of twelve keys; what it says is shown back at once. */
final class IdNumberPage extends EntryPage {
  /** Region, birth date, order and check digit: how the number is read aloud. */
  private static final int[] GROUPS = {6, 8, 4};

  private final HBox number = new HBox();
  private final Answer answer;

  IdNumberPage(Wording wording, State.Identifying state) {
    super(wording, state);
    answer = new Answer(wording);
    number.getStyleClass().add("number");
    number.setId("number");
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
    return PadKeys.under(wording, question, PadKeys.pad(wording, "X"));
  }

  @Override
  void show() {
    showNumber(text());
    IdNumber.Reading reading = Typing.idNumber(state());
    next.setDisable(!(reading instanceof IdNumber.Reading.Right));
    number.pseudoClassStateChanged(Answer.RIGHT, reading instanceof IdNumber.Reading.Right);
    number.pseudoClassStateChanged(Answer.WRONG, reading instanceof IdNumber.Reading.Wrong);
    switch (reading) {
      case IdNumber.Reading.Incomplete incomplete ->
          answer.open(wording.both("text", Phrase.IDENTIFYING__MISSING, incomplete.missing()));
      case IdNumber.Reading.Wrong wrong -> answer.wrong(wording.both("text", told(wrong.fault())));
      case IdNumber.Reading.Right right -> answer.right(person(right));
    }
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

  private static Phrase told(IdNumber.Fault fault) {
    return switch (fault) {
      case BIRTH_DATE -> Phrase.IDENTIFYING__WRONG_DATE;
      case CHECK_DIGIT -> Phrase.IDENTIFYING__WRONG_NUMBER;
    };
  }

  private VBox person(IdNumber.Reading.Right right) {
    return wording.pair(
        "text",
        person(wording.setting().language(), right),
        wording.words().under(wording.setting().language()).map(other -> person(other, right)));
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
