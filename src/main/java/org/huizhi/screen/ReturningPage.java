package org.huizhi.screen;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.huizhi.session.Event;
import org.huizhi.session.State;

/** Who left with a code enters it. */
final class ReturningPage implements Page {
  private final Wording wording;
  private final Label typed = new Label();
  private final Answer answer;
  private final Button confirm;
  private State.Returning state;

  ReturningPage(Wording wording, State.Returning state) {
    this.wording = wording;
    this.state = state;
    answer = new Answer(wording);
    confirm = wording.button("confirm", Phrase.EXPECTING__CONFIRM, "primary", Event.Entered::new);
  }

  @Override
  public Node body() {
    typed.setId("code");
    typed.getStyleClass().add("ticket-typed");
    VBox question = new VBox(wording.both("headline", Phrase.RETURNING__TITLE), typed, answer);
    show();
    return PadKeys.under(wording, question, PadKeys.pad(wording, ""));
  }

  @Override
  public Optional<Button> primary() {
    return Optional.of(confirm);
  }

  @Override
  public boolean take(State newer) {
    if (!(newer instanceof State.Returning returning)) {
      return false;
    }
    state = returning;
    show();
    return true;
  }

  private void show() {
    typed.setText(state.typed().isEmpty() ? "–" : Numbers.code(state.typed()));
    confirm.setDisable(!state.whole());
    if (state.wrong()) {
      answer.wrong(wording.both("text", Phrase.RETURNING__WRONG));
    } else {
      answer.open(wording.both("text", Phrase.RETURNING__HOW));
    }
  }
}
