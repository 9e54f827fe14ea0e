package org.huizhi.screen;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.huizhi.session.Event;

/** A number or code of a few digits is entered, and answered. */
abstract class TypedCodePage implements Page {
  final Wording wording;
  private final Label typed = new Label();
  private final Answer answer;
  private final Button confirm;

  TypedCodePage(Wording wording) {
    this.wording = wording;
    answer = new Answer(wording);
    confirm = wording.button("confirm", Phrase.EXPECTING__CONFIRM, "primary", Event.Entered::new);
    typed.setId("code");
    typed.getStyleClass().add("ticket-typed");
  }

  /** The pad under or beside what is asked, which stands above what is typed. */
  final Node asking(Node... above) {
    VBox question = new VBox(above);
    question.getChildren().addAll(List.of(typed, answer));
    show();
    return PadKeys.under(wording, question, PadKeys.pad(wording, ""));
  }

  /** Shows what the state says now. */
  abstract void show();

  /**
   * @param text as it is shown; empty before the first digit
   * @param whole whether it can be confirmed
   */
  final void show(String text, boolean whole) {
    typed.setText(text.isEmpty() ? "–" : text);
    confirm.setDisable(!whole);
  }

  final void answer(boolean wrong, Phrase ifWrong, Phrase how) {
    if (wrong) {
      answer.wrong(wording.both("text", ifWrong));
    } else {
      answer.open(wording.both("text", how));
    }
  }

  @Override
  public final Optional<Button> primary() {
    return Optional.of(confirm);
  }
}
