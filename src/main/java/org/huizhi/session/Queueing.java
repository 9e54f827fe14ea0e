package org.huizhi.session;

import java.util.List;
import java.util.Optional;
import org.huizhi.queue.TicketPrint;
import org.huizhi.session.State.Expecting;
import org.huizhi.session.State.Ticketing;
import org.huizhi.session.State.Ticketing.Stage;

/** Before a visit, in a hall with tickets: who is called, and who comes without a ticket. */
final class Queueing {
  private final Moves moves;

  Queueing(Moves moves) {
    this.moves = moves;
  }

  /** Who is called is expected; when nobody is any more, whoever comes is welcome. */
  Step called(State state, Optional<String> ticket) {
    if (state instanceof Ticketing taking) {
      return Moves.stay(new Ticketing(taking.setting(), ticket, taking.stage()));
    }
    boolean free = state instanceof State.Welcome || state instanceof Expecting;
    boolean same =
        state instanceof Expecting expecting
            ? ticket.equals(Optional.of(expecting.ticket()))
            : ticket.isEmpty();
    if (!free || same) {
      return Moves.stay(state);
    }
    return ticket
        .map(number -> moves.go(state, new Expecting(state.setting(), number, "", false)))
        .orElseGet(() -> moves.home(state));
  }

  Step typed(Expecting expecting, String character) {
    boolean fits = character.matches("[0-9]") && expecting.typed().length() < Expecting.MOST_DIGITS;
    return fits
        ? moves.stayPatiently(typed(expecting, expecting.typed() + character, false))
        : Moves.stay(expecting);
  }

  Step erased(Expecting expecting) {
    String rest = expecting.typed();
    return moves.stayPatiently(
        typed(expecting, rest.substring(0, Math.max(0, rest.length() - 1)), false));
  }

  Step entered(Expecting expecting) {
    return expecting.typed().isEmpty()
        ? Moves.stay(expecting)
        : new Step(
            expecting,
            List.of(new Effect.ConfirmTicket(expecting.setting().number(), expecting.typed())));
  }

  private static Expecting typed(Expecting expecting, String typed, boolean wrong) {
    return new Expecting(expecting.setting(), expecting.ticket(), typed, wrong);
  }

  Step answered(State state, Event.TicketAnswered answered) {
    if (!(state instanceof Expecting expecting)) {
      return Moves.stay(state);
    }
    return answered.right()
        ? moves.go(state, new State.Consent(state.setting(), Company.ALONE, answered.document()))
        : moves.go(state, typed(expecting, "", true));
  }

  Step wanted(State state) {
    return state instanceof Expecting expecting
        ? moves.go(
            state,
            new Ticketing(state.setting(), Optional.of(expecting.ticket()), new Stage.Choosing()))
        : Moves.stay(state);
  }

  Step kindChosen(State state, String kind) {
    return state instanceof Ticketing taking && taking.stage() instanceof Stage.Choosing
        ? moves.go(
            taking,
            taking.at(new Stage.Asked()),
            new Effect.TakeTicket(taking.setting().number(), kind))
        : Moves.stay(state);
  }

  Step taken(State state, Event.TicketTaken taken) {
    if (!(state instanceof Ticketing taking) || !(taking.stage() instanceof Stage.Asked)) {
      return Moves.stay(state);
    }
    Stage stage =
        taken
            .ticket()
            .<Stage>map(ticket -> new Stage.Given(ticket, taken.print()))
            .orElseGet(Stage.None::new);
    return moves.go(taking, taking.at(stage));
  }

  Step printed(State state, boolean out) {
    return state instanceof Ticketing taking
            && taking.stage() instanceof Stage.Given given
            && given.print() == TicketPrint.UNDER_WAY
        ? moves.go(
            taking,
            taking.at(new Stage.Given(given.ticket(), out ? TicketPrint.OUT : TicketPrint.NOT_OUT)))
        : Moves.stay(state);
  }

  /** A number that is being taken is waited for. */
  Step left(Ticketing taking) {
    return taking.stage() instanceof Stage.Asked ? Moves.stay(taking) : ended(taking);
  }

  Step patienceEnded(Ticketing taking) {
    return taking.stage() instanceof Stage.Asked
        ? moves.go(taking, taking.at(new Stage.None()))
        : ended(taking);
  }

  private Step ended(Ticketing taking) {
    return taking
        .called()
        .map(number -> freshly(taking, number))
        .orElseGet(() -> moves.home(taking));
  }

  /** What somebody typed or chose and left is not there for the next. */
  Step leftAlone(Expecting expecting) {
    return freshly(expecting, expecting.ticket());
  }

  private Step freshly(State state, String called) {
    Step home = moves.home(state);
    return home.state() instanceof State.Welcome
        ? new Step(new Expecting(home.state().setting(), called, "", false), home.effects())
        : home;
  }
}
