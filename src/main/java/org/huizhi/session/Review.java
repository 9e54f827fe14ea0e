package org.huizhi.session;

import java.util.Optional;
import org.huizhi.session.State.WaitingForStaff;
import org.huizhi.session.State.WaitingForStaff.Answer;
import org.huizhi.session.State.WaitingForStaff.Question;

/** A person helps, or decides on a photo that the checks alone did not accept. */
final class Review {
  private final Moves moves;
  private final Patience patience;
  private final Ending ending;

  Review(Moves moves, Patience patience, Ending ending) {
    this.moves = moves;
    this.patience = patience;
    this.ending = ending;
  }

  Step called(State state) {
    return switch (state) {
      case State.Framing framing ->
          moves.go(
              state,
              new WaitingForStaff(
                  framing.setting(), framing.visit(), Optional.empty(), new Answer.NotYet(0)));
      case State.Reviewing reviewing ->
          reviewing.photo().isPresent()
              ? ask(
                  reviewing, new Question(reviewing.shot(), reviewing.photo(), reviewing.verdict()))
              : makeFirst(reviewing);
      case State.Welcome _, State.Expecting _, State.Returning _, State.Ticketing _ ->
          Moves.stay(state);
      case State.Consent _, State.Choosing _ -> Moves.stay(state);
      case State.Identifying _, State.Guardian _, State.Preparing _ -> Moves.stay(state);
      case State.Shooting _, State.Making _, WaitingForStaff _ -> Moves.stay(state);
      case State.Issuing _, State.Farewell _, State.OutOfOrder _ -> Moves.stay(state);
    };
  }

  /** Staff decide on the photo as it would be issued, so it is made of the shot that failed. */
  private Step makeFirst(State.Reviewing reviewing) {
    return moves.go(
        reviewing,
        new State.Making(reviewing.setting(), reviewing.visit(), reviewing.shot(), true),
        new Effect.MakePhoto(
            reviewing.setting().number(), reviewing.shot(), reviewing.visit().document()));
  }

  Step ask(State.Personal state, Question question) {
    return moves.go(
        state,
        new WaitingForStaff(
            state.setting(), state.visit(), Optional.of(question), new Answer.NotYet(0)),
        new Effect.AskStaff(state.setting().number(), state.visit(), question));
  }

  /** That the line moves is no sign of the person: their patience is not renewed. */
  Step inLine(State state, int place) {
    return state instanceof WaitingForStaff waiting && waiting.asks()
        ? Moves.stay(answered(waiting, new Answer.NotYet(place)))
        : Moves.stay(state);
  }

  Step accepted(State state, Approval approval) {
    if (!(state instanceof WaitingForStaff waiting) || !waiting.asks()) {
      return Moves.stay(state);
    }
    return waiting
        .review()
        .flatMap(Question::photo)
        .map(photo -> ending.issue(waiting, waiting.visit(), photo, Optional.of(approval)))
        .orElseGet(() -> Moves.stay(state));
  }

  Step refused(State state, Refusal why) {
    return state instanceof WaitingForStaff waiting && waiting.asks()
        ? moves.go(waiting, answered(waiting, new Answer.Refused(why)))
        : Moves.stay(state);
  }

  Step retakeWanted(State state) {
    return state instanceof WaitingForStaff waiting && waiting.asks()
        ? frame(waiting)
        : Moves.stay(state);
  }

  /** Back to where staff were called from; from a refusal to another shot, while there are any. */
  Step goBack(WaitingForStaff waiting) {
    return switch (waiting.answer()) {
      case Answer.Refused _ -> waiting.retakable(patience) ? frame(waiting) : Moves.stay(waiting);
      case Answer.NotYet _ ->
          waiting
              .review()
              .map(question -> judged(waiting, question))
              .orElseGet(() -> frame(waiting));
    };
  }

  private Step judged(WaitingForStaff waiting, Question question) {
    return moves.go(
        waiting,
        new State.Reviewing(
            waiting.setting(),
            waiting.visit(),
            question.shot(),
            question.photo(),
            question.verdict()));
  }

  private Step frame(WaitingForStaff waiting) {
    return moves.go(
        waiting,
        new State.Framing(waiting.setting(), waiting.visit(), waiting.setting().now(), false));
  }

  private static WaitingForStaff answered(WaitingForStaff waiting, Answer answer) {
    return new WaitingForStaff(waiting.setting(), waiting.visit(), waiting.review(), answer);
  }
}
