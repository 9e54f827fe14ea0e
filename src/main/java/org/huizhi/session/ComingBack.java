package org.huizhi.session;

import java.util.List;
import java.util.Optional;
import org.huizhi.session.State.WaitingForStaff.Answer;
import org.huizhi.spec.Spec;

/** Who does not wait for the staff leaves with a code, and with it goes on where they decided. */
final class ComingBack {
  private final Moves moves;
  private final List<Spec> documents;

  ComingBack(Moves moves, List<Spec> documents) {
    this.moves = moves;
    this.documents = documents;
  }

  /** Only a photo can be decided on while nobody is there. */
  static boolean mayLeave(State.WaitingForStaff waiting) {
    return waiting.asks()
        && waiting.review().flatMap(State.WaitingForStaff.Question::photo).isPresent();
  }

  /** The page stays until everything is safely put away. */
  Step later(State state) {
    return state instanceof State.WaitingForStaff waiting && mayLeave(waiting)
        ? new Step(
            state,
            List.of(
                new Effect.PutAway(
                    state.setting().number(),
                    waiting.visit(),
                    waiting.review().orElseThrow(),
                    state.setting().language())))
        : Moves.stay(state);
  }

  /** Staff may have decided at that very moment: then the person is told so at once. */
  Step putAway(State state, String code) {
    return state instanceof State.WaitingForStaff waiting && waiting.asks()
        ? moves.go(state, new State.Farewell(state.setting(), code, new SlipEnd.WithStaff(), false))
        : Moves.stay(state);
  }

  Step wanted(State state) {
    return state instanceof State.Welcome
            || state instanceof State.Expecting
            || state instanceof State.Ticketing
        ? moves.go(state, new State.Returning(state.setting(), "", false))
        : Moves.stay(state);
  }

  Step typed(State.Returning returning, String character) {
    boolean fits =
        character.matches("[0-9]") && returning.typed().length() < State.Returning.DIGITS;
    return fits
        ? moves.stayPatiently(
            new State.Returning(returning.setting(), returning.typed() + character, false))
        : Moves.stay(returning);
  }

  Step erased(State.Returning returning) {
    String rest = returning.typed();
    return moves.stayPatiently(
        new State.Returning(
            returning.setting(), rest.substring(0, Math.max(0, rest.length() - 1)), false));
  }

  Step entered(State.Returning returning) {
    return returning.whole()
        ? new Step(
            returning,
            List.of(new Effect.TakeUp(returning.setting().number(), returning.typed(), documents)))
        : Moves.stay(returning);
  }

  Step unknown(State state) {
    return state instanceof State.Returning
        ? moves.go(state, new State.Returning(state.setting(), "", true))
        : Moves.stay(state);
  }

  /** What staff have said comes as it does to somebody who has waited. */
  Step cameBack(State state, Event.CameBack back) {
    return state instanceof State.Returning
        ? moves.go(
            state,
            new State.WaitingForStaff(
                state.setting().in(back.language()),
                back.visit(),
                Optional.of(back.question()),
                new Answer.NotYet(0)))
        : Moves.stay(state);
  }
}
