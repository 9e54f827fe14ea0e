package org.huizhi.screen;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.huizhi.session.Event;
import org.huizhi.session.State;

/** Who is called here says so by the ticket's number or code; who has none may take one. */
final class ExpectingPage implements Page {
  private final Wording wording;
  private final Label typed = new Label();
  private final Answer answer;
  private final Button confirm;
  private final TicketOffer offer;
  private State.Expecting state;

  ExpectingPage(Wording wording, State.Expecting state, TicketOffer offer) {
    this.wording = wording;
    this.state = state;
    this.offer = offer;
    answer = new Answer(wording);
    confirm = wording.button("confirm", Phrase.EXPECTING__CONFIRM, "primary", Event.Entered::new);
  }

  @Override
  public Node body() {
    Label ticket = new Label(state.ticket());
    ticket.setId("ticket");
    ticket.getStyleClass().add("ticket-called");
    typed.getStyleClass().add("ticket-typed");
    VBox question =
        new VBox(wording.both("headline", Phrase.EXPECTING__TITLE), ticket, typed, answer);
    show();
    return PadKeys.under(wording, question, PadKeys.pad(wording, ""));
  }

  @Override
  public Optional<Button> primary() {
    return Optional.of(confirm);
  }

  @Override
  public Optional<Button> secondary() {
    return Optional.of(
        offer.kinds().isEmpty()
            ? wording.button(
                "have-code", Phrase.WELCOME__CODE, "secondary", Event.ReturnWanted::new)
            : wording.button(
                "no-ticket", Phrase.EXPECTING__NO_TICKET, "secondary", Event.TicketWanted::new));
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
    if (state.wrong()) {
      answer.wrong(wording.both("text", Phrase.EXPECTING__WRONG));
    } else {
      answer.open(wording.both("text", Phrase.EXPECTING__HOW));
    }
  }
}
