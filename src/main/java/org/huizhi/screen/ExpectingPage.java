package org.huizhi.screen;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.huizhi.session.Event;
import org.huizhi.session.State;

/** Who is called here says so by the ticket's number or code; who has none may take one. */
final class ExpectingPage extends TypedCodePage {
  private final TicketOffer offer;
  private State.Expecting state;

  ExpectingPage(Wording wording, State.Expecting state, TicketOffer offer) {
    super(wording);
    this.state = state;
    this.offer = offer;
  }

  @Override
  public Node body() {
    Label ticket = new Label(state.ticket());
    ticket.setId("ticket");
    ticket.getStyleClass().add("ticket-called");
    return asking(wording.both("headline", Phrase.EXPECTING__TITLE), ticket);
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

  @Override
  void show() {
    show(state.typed(), !state.typed().isEmpty());
    answer(state.wrong(), Phrase.EXPECTING__WRONG, Phrase.EXPECTING__HOW);
  }
}
