package org.huizhi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.huizhi.session.State.Issuing.Paper;

/** From the accepted photo to the farewell: stored, printed, forgotten. */
final class Ending {
  /** How long the slip stands on the screen at least. */
  private static final Duration LEAST_SHOWN = Duration.ofMillis(600);

  /** How long the first screen says that the last visit's data are gone. */
  private static final Duration WIPED_SHOWN = Duration.ofSeconds(10);

  private final Moves moves;

  Ending(Moves moves) {
    this.moves = moves;
  }

  Step issue(State state, Visit visit, PhotoRef photo, Optional<Approval> approval) {
    Setting setting = state.setting();
    return moves.go(
        state,
        new State.Issuing(setting, visit, photo, new Paper.Saving()),
        new Effect.Issue(setting.number(), visit, photo, setting.language(), approval));
  }

  Step issued(State state, Event.Issued issued) {
    return state instanceof State.Issuing issuing && issuing.paper() instanceof Paper.Saving
        ? print(issuing, issued.imageNumber(), issued.slip())
        : Moves.stay(state);
  }

  Step handedIn(State state, String imageNumber) {
    return state instanceof State.Issuing issuing && issuing.paper() instanceof Paper.Saving
        ? paper(issuing, new Paper.AtCentre(imageNumber, CentreStage.SENDING))
        : Moves.stay(state);
  }

  /** That the centre is asked again is no sign of the person: their patience is not renewed. */
  Step centreHeard(State state, CentreStage stage) {
    return state instanceof State.Issuing issuing && issuing.paper() instanceof Paper.AtCentre at
        ? Moves.stay(with(issuing, new Paper.AtCentre(at.imageNumber(), stage)))
        : Moves.stay(state);
  }

  Step centrePassed(State state) {
    return state instanceof State.Issuing issuing && issuing.paper() instanceof Paper.AtCentre
        ? moves.go(
            issuing,
            with(issuing, new Paper.Saving()),
            new Effect.Release(issuing.setting().number()))
        : Moves.stay(state);
  }

  Step centreRefused(State state, Event.CentreRefused refused) {
    return state instanceof State.Issuing issuing && issuing.paper() instanceof Paper.AtCentre
        ? paper(issuing, new Paper.Declined(refused.reason(), refused.remedy()))
        : Moves.stay(state);
  }

  Step printEnded(State state, SlipEnd end) {
    if (!(state instanceof State.Issuing issuing)
        || !(issuing.paper() instanceof Paper.Printing printing)
        || printing.end().isPresent()) {
      return Moves.stay(state);
    }
    return switch (end) {
      case SlipEnd.Printed _ -> shown(ended(issuing, printing, end));
      case SlipEnd.Unknown _, SlipEnd.AtCentre _, SlipEnd.WithStaff _ ->
          farewell(issuing, printing.imageNumber(), end);
      case SlipEnd.NotPrinted failed ->
          paper(issuing, new Paper.Stuck(printing.imageNumber(), printing.slip(), failed.fault()));
    };
  }

  /** A fast printer must not take the slip from the screen before a person has seen it. */
  Step shown(State.Issuing issuing) {
    return issuing.paper() instanceof Paper.Printing printing
            && printing.end().isPresent()
            && !issuing.setting().now().isBefore(printing.since().plus(LEAST_SHOWN))
        ? farewell(issuing, printing.imageNumber(), printing.end().get())
        : Moves.stay(issuing);
  }

  private static State.Issuing ended(State.Issuing issuing, Paper.Printing printing, SlipEnd end) {
    return with(
        issuing,
        new Paper.Printing(
            printing.imageNumber(), printing.slip(), printing.since(), Optional.of(end)));
  }

  Step printAgain(State state) {
    return state instanceof State.Issuing issuing && issuing.paper() instanceof Paper.Stuck stuck
        ? print(issuing, stuck.imageNumber(), stuck.slip())
        : Moves.stay(state);
  }

  /** The photo is stored: whoever does not wait for paper goes with the number alone. */
  Step withoutSlip(State state) {
    return state instanceof State.Issuing issuing ? withoutSlip(issuing) : Moves.stay(state);
  }

  private Step withoutSlip(State.Issuing issuing) {
    return switch (issuing.paper()) {
      case Paper.Stuck stuck ->
          farewell(issuing, stuck.imageNumber(), new SlipEnd.NotPrinted(stuck.fault()));
      case Paper.AtCentre at -> farewell(issuing, at.imageNumber(), new SlipEnd.AtCentre());
      case Paper.Declined _ -> moves.home(issuing);
      case Paper.Saving _, Paper.Printing _ -> Moves.stay(issuing);
    };
  }

  Step patienceEnded(State.Issuing issuing) {
    return switch (issuing.paper()) {
      case Paper.Saving _ -> moves.outOfOrder(issuing, new Trouble.Mistake("T-3"));
      case Paper.Printing printing ->
          farewell(issuing, printing.imageNumber(), printing.end().orElseGet(SlipEnd.Unknown::new));
      case Paper.Stuck _, Paper.AtCentre _, Paper.Declined _ -> withoutSlip(issuing);
    };
  }

  /** Only when everything is gone do the screens say so. */
  Step forgotten(State state) {
    Instant until = state.setting().now().plus(WIPED_SHOWN);
    return Moves.stay(
        switch (state) {
          case State.Farewell farewell ->
              new State.Farewell(farewell.setting(), farewell.imageNumber(), farewell.slip(), true);
          case State.Welcome welcome ->
              new State.Welcome(welcome.setting(), Optional.of(until), welcome.ended());
          case State.Expecting _, State.Returning _, State.Ticketing _ -> state;
          case State.Consent _ -> state;
          case State.Choosing _, State.Identifying _ -> state;
          case State.Guardian _, State.Preparing _, State.Framing _, State.Shooting _ -> state;
          case State.Making _, State.Reviewing _, State.WaitingForStaff _ -> state;
          case State.Issuing _, State.OutOfOrder _ -> state;
        });
  }

  /** The answer that everything is forgotten comes when the visit is already over. */
  boolean isLastWord(State state, Event.OfVisit event) {
    return event instanceof Event.Forgotten
        && state instanceof State.Welcome
        && event.number() == state.setting().number() - 1;
  }

  State.Welcome sayNoLonger(State.Welcome welcome) {
    boolean over =
        welcome.wipedUntil().filter(end -> !welcome.setting().now().isBefore(end)).isPresent();
    return over ? new State.Welcome(welcome.setting()) : welcome;
  }

  private Step print(State.Issuing issuing, String imageNumber, SlipRef slip) {
    return moves.go(
        issuing,
        with(
            issuing,
            new Paper.Printing(imageNumber, slip, issuing.setting().now(), Optional.empty())),
        new Effect.Print(issuing.setting().number(), slip));
  }

  private Step paper(State.Issuing issuing, Paper paper) {
    return moves.go(issuing, with(issuing, paper));
  }

  private static State.Issuing with(State.Issuing issuing, Paper paper) {
    return new State.Issuing(issuing.setting(), issuing.visit(), issuing.photo(), paper);
  }

  private Step farewell(State.Issuing issuing, String imageNumber, SlipEnd end) {
    return moves.go(issuing, new State.Farewell(issuing.setting(), imageNumber, end, false));
  }
}
