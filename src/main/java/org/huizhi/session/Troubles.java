package org.huizhi.session;

import java.util.ArrayList;
import java.util.List;

/** What a trouble does to the visit under way: no paper must never cost an applicant the photo. */
final class Troubles {
  private final Moves moves;
  private final Taking taking;
  private final Ending ending;

  Troubles(Moves moves, Taking taking, Ending ending) {
    this.moves = moves;
    this.taking = taking;
    this.ending = ending;
  }

  Step arose(State state, Trouble trouble) {
    if (trouble instanceof Trouble.Mistake) {
      return state instanceof State.OutOfOrder
          ? Moves.stay(state)
          : moves.outOfOrder(state, trouble);
    }
    List<Trouble> standing = without(state.setting().troubles(), trouble);
    standing.add(trouble);
    State told = state.with(state.setting().with(standing));
    if (told instanceof State.Shooting counting && trouble instanceof Trouble.CameraTrouble) {
      return taking.stopCountdown(counting);
    }
    if (told instanceof State.OutOfOrder out && out.trouble().sameKind(trouble)) {
      return Moves.stay(new State.OutOfOrder(out.setting(), trouble)); // it has another reason now
    }
    return stops(trouble, state) ? moves.outOfOrder(told, trouble) : Moves.stay(told);
  }

  Step mended(State state, Trouble trouble) {
    State told = state.with(state.setting().with(without(state.setting().troubles(), trouble)));
    if (told instanceof State.OutOfOrder out && out.trouble().sameKind(trouble)) {
      return moves.home(told);
    }
    if (told instanceof State.Framing framing && trouble instanceof Trouble.CameraTrouble) {
      return taking.cameraMended(framing);
    }
    if (told instanceof State.Issuing issuing
        && trouble instanceof Trouble.PrinterTrouble
        && issuing.paper() instanceof State.Issuing.Paper.Stuck) {
      return ending.printAgain(issuing);
    }
    return Moves.stay(told);
  }

  private static List<Trouble> without(List<Trouble> troubles, Trouble gone) {
    List<Trouble> rest = new ArrayList<>(troubles);
    rest.removeIf(gone::sameKind);
    return rest;
  }

  /** Whether the visit cannot go on; else the trouble shows when the visit is over. */
  private static boolean stops(Trouble trouble, State state) {
    return switch (trouble) {
      // Who has begun keeps everything and goes on where they stood, or leaves by the patience.
      case Trouble.CameraTrouble _, Trouble.PrinterTrouble _ ->
          state instanceof State.Welcome || state instanceof State.Expecting;
      case Trouble.RecordTrouble _, Trouble.DiskFull _ -> stillNeedsRecord(state);
      case Trouble.Mistake _ -> true;
    };
  }

  private static boolean stillNeedsRecord(State state) {
    return switch (state) {
      case State.Welcome _, State.Expecting _, State.Returning _, State.Ticketing _ -> true;
      case State.Consent _, State.Choosing _ -> true;
      case State.Identifying _, State.Guardian _, State.Preparing _ -> true;
      case State.Framing _, State.Shooting _, State.Making _, State.Reviewing _ -> true;
      case State.WaitingForStaff _ -> true;
      case State.Issuing issuing -> issuing.paper() instanceof State.Issuing.Paper.Saving;
      case State.Farewell _, State.OutOfOrder _ -> false;
    };
  }
}
