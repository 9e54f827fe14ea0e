package org.huizhi.session;

import java.time.Instant;
import java.util.Optional;
import org.huizhi.check.Verdict;

/** From the live view to a photo that somebody answers for. */
final class Taking {
  private final Moves moves;
  private final Patience patience;
  private final Ending ending;
  private final Review review;

  Taking(Moves moves, Patience patience, Ending ending, Review review) {
    this.moves = moves;
    this.patience = patience;
    this.ending = ending;
    this.review = review;
  }

  Step prepare(State state, Visit visit) {
    return moves.go(state, new State.Preparing(state.setting(), visit));
  }

  Step prepared(State state) {
    return state instanceof State.Preparing preparing
        ? frame(preparing, preparing.visit())
        : Moves.stay(state);
  }

  Step frame(State state, Visit visit) {
    Instant now = state.setting().now();
    return moves.go(state, new State.Framing(state.setting(), visit, now, false));
  }

  State.Framing offerShutter(State.Framing framing) {
    Instant offered = framing.since().plus(patience.manualShutter());
    return framing.setting().now().isBefore(offered)
        ? framing
        : new State.Framing(framing.setting(), framing.visit(), framing.since(), true);
  }

  Step shutterPressed(State state) {
    if (!(state instanceof State.Framing framing)
        || !framing.manualShutter()
        || framing.setting().cameraTrouble().isPresent()) {
      return Moves.stay(state);
    }
    return countDown(framing);
  }

  /** The person hears the countdown all the same. */
  Step shotByStaff(State state) {
    return state instanceof State.Framing framing && framing.setting().cameraTrouble().isEmpty()
        ? countDown(framing)
        : Moves.stay(state);
  }

  private Step countDown(State.Framing framing) {
    Instant shootAt = framing.setting().now().plus(patience.countdown());
    return moves.go(
        framing, new State.Shooting(framing.setting(), framing.visit(), Optional.of(shootAt)));
  }

  Step heldStill(State state) {
    // A frozen picture holds still for ever.
    return state instanceof State.Framing framing && framing.setting().cameraTrouble().isEmpty()
        ? burst(framing, framing.visit())
        : Moves.stay(state);
  }

  Step countedDown(State.Shooting counting) {
    boolean over =
        counting.shootAt().filter(at -> !counting.setting().now().isBefore(at)).isPresent();
    return over ? burst(counting, counting.visit()) : Moves.stay(counting);
  }

  /** The burst itself cannot be called back. */
  Step stopCountdown(State.Shooting counting) {
    return counting.shootAt().isPresent()
        ? frame(counting, counting.visit())
        : Moves.stay(counting);
  }

  Step burstTaken(State state, Event.BurstTaken taken) {
    if (!(state instanceof State.Shooting counting) || counting.shootAt().isPresent()) {
      return Moves.stay(state);
    }
    return taken.verdict().decision() == Verdict.Decision.FAIL
        ? review(counting, counting.visit(), taken.shot(), Optional.empty(), taken.verdict())
        : make(counting, counting.visit(), taken.shot());
  }

  Step nothingTaken(State state) {
    return state instanceof State.Shooting shooting && shooting.shootAt().isEmpty()
        ? frame(shooting, shooting.visit())
        : Moves.stay(state);
  }

  /** What was judged of bad pictures counts for nothing, and their time is not the person's. */
  Step cameraMended(State.Framing framing) {
    return moves.startGuideAnew(framing);
  }

  Step photoMade(State state, Event.PhotoMade made) {
    return state instanceof State.Making making
        ? made(making, Optional.of(made.photo()), made.verdict())
        : Moves.stay(state);
  }

  Step photoRefused(State state, Verdict verdict) {
    return state instanceof State.Making making
        ? made(making, Optional.empty(), verdict)
        : Moves.stay(state);
  }

  private Step made(State.Making making, Optional<PhotoRef> photo, Verdict verdict) {
    return making.forStaff()
        ? review.ask(making, new State.WaitingForStaff.Question(making.shot(), photo, verdict))
        : review(making, making.visit(), making.shot(), photo, verdict);
  }

  Step retake(State state) {
    if (state instanceof State.Issuing issuing && issuing.retakable(patience)) {
      return frame(issuing, issuing.visit().with(issuing.visit().tries().withoutChoice()));
    }
    return state instanceof State.Reviewing reviewing && reviewing.retakable(patience)
        ? frame(reviewing, withChoice(reviewing))
        : Moves.stay(state);
  }

  /** A good photo that the person would rather better can be chosen after all. */
  private static Visit withChoice(State.Reviewing reviewing) {
    Visit visit = reviewing.visit();
    return reviewing
        .photo()
        .filter(_ -> reviewing.acceptable())
        .map(photo -> visit.with(visit.tries().with(new Tries.Kept(photo, reviewing.verdict()))))
        .orElse(visit);
  }

  Step photoAccepted(State state, PhotoRef photo) {
    return state instanceof State.Reviewing reviewing && reviewing.offers(photo)
        ? ending.issue(reviewing, reviewing.visit(), photo, Optional.empty())
        : Moves.stay(state);
  }

  private Step burst(State state, Visit visit) {
    return moves.go(
        state,
        new State.Shooting(state.setting(), visit.with(visit.tries().oneMore()), Optional.empty()),
        new Effect.TakeBurst(state.setting().number(), visit.document()));
  }

  private Step make(State state, Visit visit, ShotRef shot) {
    return moves.go(
        state,
        new State.Making(state.setting(), visit, shot, false),
        new Effect.MakePhoto(state.setting().number(), shot, visit.document()));
  }

  private Step review(
      State state, Visit visit, ShotRef shot, Optional<PhotoRef> photo, Verdict verdict) {
    return moves.go(state, new State.Reviewing(state.setting(), visit, shot, photo, verdict));
  }
}
