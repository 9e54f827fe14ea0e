package org.huizhi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a state is entered and left: each gets its deadline here, the guide runs only where a person
 * is framed or shot, and no way out of a visit goes without {@link Effect.Forget}.
 */
final class Moves {
  private final Patience patience;
  private final String firstLanguage;

  Moves(Patience patience, String firstLanguage) {
    this.patience = patience;
    this.firstLanguage = firstLanguage;
  }

  /** Goes on with the same state: nothing is asked for and no patience is renewed. */
  static Step stay(State state) {
    return new Step(state, List.of());
  }

  /** The same state with its patience begun anew; a machine's own work is not given more time. */
  Step stayPatiently(State state) {
    return waitsForPerson(state) ? stay(withDeadline(state)) : stay(state);
  }

  /** Guides the same person from the beginning. */
  Step startGuideAnew(State.Framing framing) {
    return new Step(withDeadline(framing), List.of(startGuide(framing)));
  }

  private static Effect startGuide(State.Framing framing) {
    Visit visit = framing.visit();
    return new Effect.StartGuide(
        framing.setting().number(), visit.document(), visit.agreement().company());
  }

  /** Leaves one state for another of the same visit. */
  Step go(State from, State to, Effect... wanted) {
    List<Effect> effects = new ArrayList<>();
    long number = from.setting().number();
    if (usesGuide(from) && !usesGuide(to)) {
      effects.add(new Effect.StopGuide(number));
    }
    if (asks(from) && !asks(to)) {
      effects.add(new Effect.StopAsking(number));
    }
    effects.addAll(List.of(wanted));
    if (to instanceof State.Framing framing && !(from instanceof State.Framing)) {
      effects.add(startGuide(framing));
    }
    if (forgets(to)) {
      effects.add(new Effect.Forget(number));
    }
    return new Step(withDeadline(to), effects);
  }

  /** Ends the visit: to Welcome, or to the page of a trouble that stands. */
  Step home(State from) {
    return home(from, Optional.empty());
  }

  /**
   * The same.
   *
   * @param by how staff ended it
   */
  Step home(State from, Optional<StaffEnd> by) {
    Setting fresh = from.setting().fresh(firstLanguage);
    Optional<Trouble> standing = fresh.troubles().stream().findFirst();
    State next =
        standing
            .<State>map(trouble -> new State.OutOfOrder(fresh, trouble))
            .orElseGet(() -> new State.Welcome(fresh, Optional.empty(), by));
    return go(from, next);
  }

  /** Ends the visit because of this trouble. */
  Step outOfOrder(State from, Trouble trouble) {
    return go(from, new State.OutOfOrder(from.setting().fresh(firstLanguage), trouble));
  }

  private State withDeadline(State state) {
    Optional<Duration> waits = patienceOf(state);
    Instant end = waits.map(state.setting().now()::plus).orElse(Instant.MAX);
    return state.with(state.setting().until(end));
  }

  /** How long the state lasts when nothing happens; empty for ever. */
  private Optional<Duration> patienceOf(State state) {
    return switch (state) {
      // Who chose a language and walked away must not leave it to the next.
      case State.Welcome welcome ->
          welcome.setting().isAsAtFirst(firstLanguage)
              ? Optional.empty()
              : Optional.of(patience.choosing());
      case State.Expecting expecting ->
          expecting.typed().isEmpty() && expecting.setting().isAsAtFirst(firstLanguage)
              ? Optional.empty()
              : Optional.of(patience.choosing());
      case State.Ticketing taking ->
          Optional.of(
              switch (taking.stage()) {
                case State.Ticketing.Stage.Choosing _ -> patience.choosing();
                case State.Ticketing.Stage.Asked _ -> patience.machine();
                case State.Ticketing.Stage.Given _, State.Ticketing.Stage.None _ ->
                    patience.farewell();
              });
      case State.Consent _, State.Guardian _ -> Optional.of(patience.consent());
      case State.Returning _, State.Choosing _ -> Optional.of(patience.choosing());
      case State.Identifying _ -> Optional.of(patience.identifying());
      case State.Preparing _, State.Framing _ -> Optional.of(patience.framing());
      case State.Shooting _, State.Making _ -> Optional.of(patience.machine());
      case State.Reviewing _ -> Optional.of(patience.reviewing());
      case State.WaitingForStaff _ -> Optional.of(patience.staff());
      case State.Issuing issuing ->
          Optional.of(
              switch (issuing.paper()) {
                case State.Issuing.Paper.Saving _, State.Issuing.Paper.Printing _ ->
                    patience.machine();
                case State.Issuing.Paper.Stuck _ -> patience.staff();
                case State.Issuing.Paper.AtCentre _ -> patience.centre();
                case State.Issuing.Paper.Declined _ -> patience.reviewing();
              });
      // A code is written down or photographed.
      case State.Farewell farewell ->
          Optional.of(
              farewell.slip() instanceof SlipEnd.WithStaff
                  ? patience.reviewing()
                  : patience.farewell());
      // A device's trouble ends when it is mended, a mistake's page by itself.
      case State.OutOfOrder out ->
          out.trouble() instanceof Trouble.Mistake
              ? Optional.of(patience.machine())
              : Optional.empty();
    };
  }

  private static boolean waitsForPerson(State state) {
    return switch (state) {
      case State.Consent _, State.Choosing _, State.Identifying _, State.Framing _ -> true;
      case State.Guardian _, State.Preparing _, State.WaitingForStaff _ -> true;
      case State.Welcome _, State.Expecting _, State.Returning _, State.Reviewing _ -> true;
      case State.Farewell _ -> true;
      case State.Ticketing taking -> !(taking.stage() instanceof State.Ticketing.Stage.Asked);
      case State.Issuing issuing ->
          issuing.waitsForPerson() || issuing.paper() instanceof State.Issuing.Paper.AtCentre;
      case State.Shooting _, State.Making _, State.OutOfOrder _ -> false;
    };
  }

  private static boolean asks(State state) {
    return state instanceof State.WaitingForStaff waiting && waiting.asks();
  }

  private static boolean usesGuide(State state) {
    return state instanceof State.Framing || state instanceof State.Shooting;
  }

  private static boolean forgets(State state) {
    return switch (state) {
      case State.Welcome _, State.OutOfOrder _, State.Farewell _ -> true;
      case State.Expecting _, State.Returning _, State.Ticketing _, State.Consent _ -> false;
      case State.Choosing _, State.Identifying _ -> false;
      case State.Guardian _, State.Preparing _, State.Framing _, State.Shooting _ -> false;
      case State.Making _, State.Reviewing _, State.WaitingForStaff _, State.Issuing _ -> false;
    };
  }
}
