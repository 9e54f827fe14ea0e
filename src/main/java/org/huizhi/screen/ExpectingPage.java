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
import org.huizhi.session.State;

/** Who is called here says so by the ticket's number or code. */
final class ExpectingPage implements Page {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final List<String> KEYS =
      List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "0");

  private final Wording wording;
  private final Label typed = new Label();
  private final VBox answer = new VBox();
  private final Button confirm;
  private State.Expecting state;

  ExpectingPage(Wording wording, State.Expecting state) {
    this.wording = wording;
    this.state = state;
    confirm = wording.button("confirm", Phrase.EXPECTING__CONFIRM, "primary", Event.Entered::new);
  }

  @Override
  public Node body() {
    Label ticket = new Label(state.ticket());
    ticket.setId("ticket");
    ticket.getStyleClass().add("ticket-called");
    typed.getStyleClass().add("ticket-typed");
    answer.setMinHeight(116);
    VBox question =
        new VBox(wording.both("headline", Phrase.EXPECTING__TITLE), ticket, typed, answer);
    question.getStyleClass().add("question");
    show();
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
      int column = i < 9 ? i % 3 : 1;
      pad.add(PadKeys.typing(wording, "digit", KEYS.get(i)), column, i / 3);
    }
    pad.add(PadKeys.erasing(wording, 64), 2, 3);
    return pad;
  }

  @Override
  public Optional<Button> primary() {
    return Optional.of(confirm);
  }

  @Override
  public boolean take(State newer) {
    if (!(newer instanceof State.Expecting expecting)
        || !expecting.ticket().equals(state.ticket())) {
      return false;
    }
    state = expecting;
    show();
    return true;
  }

  private void show() {
    typed.setText(state.typed().isEmpty() ? "–" : state.typed());
    confirm.setDisable(state.typed().isEmpty());
    Phrase phrase = state.wrong() ? Phrase.EXPECTING__WRONG : Phrase.EXPECTING__HOW;
    answer.getStyleClass().setAll("answer");
    answer.pseudoClassStateChanged(WRONG, state.wrong());
    answer
        .getChildren()
        .setAll(
            wording.withIcon(
                state.wrong() ? Icon.ATTENTION : Icon.NEXT, 56, wording.both("text", phrase)));
  }
}
