package org.huizhi.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huizhi.spec.Spec;

/**
 * One applicant's story as a pure function: no clock, no thread, no disk, no picture. The engine
 * calls {@link #next} on one thread and carries the effects out elsewhere.
 */
public final class Session {
  private final List<Spec> documents;
  private final String firstLanguage;
  private final Patience patience;
  private final Moves moves;
  private final Troubles troubles;
  private final Queueing queueing;
  private final Beginning beginning;
  private final Taking taking;
  private final Ending ending;
  private final Review review;
  private final ComingBack comingBack;

  /**
   * @param documents what can be chosen, in the order of the cards; at least one
   * @param firstLanguage the language that every visit starts in
   */
  public Session(List<Spec> documents, Patience patience, String firstLanguage) {
    if (documents.isEmpty()) {
      throw new IllegalArgumentException("a kiosk needs at least one document");
    }
    this.documents = List.copyOf(documents);
    this.firstLanguage = firstLanguage;
    this.patience = patience;
    this.moves = new Moves(patience, firstLanguage);
    this.queueing = new Queueing(moves);
    this.ending = new Ending(moves);
    this.review = new Review(moves, patience, ending);
    this.taking = new Taking(moves, patience, ending, review);
    this.troubles = new Troubles(moves, taking, ending);
    this.comingBack = new ComingBack(moves, this.documents);
    this.beginning = new Beginning(moves, this.documents, taking, comingBack);
  }

  /** What can be chosen, in the order of the cards. */
  public List<Spec> documents() {
    return documents;
  }

  public Patience patience() {
    return patience;
  }

  /**
   * Where a kiosk starts.
   *
   * @param demonstration whether the pictures come from a recording instead of a camera
   */
  public State.Welcome first(Instant now, boolean demonstration) {
    return new State.Welcome(
        new Setting(1, firstLanguage, Comfort.USUAL, demonstration, List.of(), now, Instant.MAX));
  }

  /** Where the event leads. Events that mean nothing in this state leave it as it is. */
  public Step next(State state, Event event) {
    return switch (event) {
      case Event.OfMachine machine ->
          switch (machine) {
            case Event.Tick tick -> tick(state.with(state.setting().at(tick.now())));
            case Event.TroubleArose arose -> troubles.arose(state, arose.trouble());
            case Event.Called called -> queueing.called(state, called.ticket());
            case Event.Mended mended -> troubles.mended(state, mended.trouble());
          };
      case Event.OfVisit visit ->
          visit.number() == state.setting().number() || ending.isLastWord(state, visit)
              ? ofVisit(state, visit)
              : Moves.stay(state);
    };
  }

  private Step ofVisit(State state, Event.OfVisit event) {
    return switch (event) {
      case Event.Started _ -> beginning.started(state);
      case Event.LanguageChosen chosen ->
          moves.stayPatiently(state.with(state.setting().in(chosen.language())));
      case Event.ComfortChosen chosen ->
          moves.stayPatiently(state.with(state.setting().with(chosen.comfort())));
      case Event.Touched _ -> moves.stayPatiently(state);
      case Event.CompanyChosen chosen -> beginning.accompanied(state, chosen.company());
      case Event.Agreed agreed -> beginning.agreed(state, agreed.textVersion());
      case Event.DocumentChosen chosen -> beginning.chosen(state, chosen.document());
      case Event.Typed typed ->
          state instanceof State.Expecting expecting
              ? queueing.typed(expecting, typed.character())
              : beginning.typed(state, typed.character());
      case Event.Erased _ ->
          state instanceof State.Expecting expecting
              ? queueing.erased(expecting)
              : beginning.erased(state);
      case Event.CardRead card -> beginning.cardRead(state, card.told());
      case Event.Entered _ ->
          state instanceof State.Expecting expecting
              ? queueing.entered(expecting)
              : beginning.entered(state);
      case Event.Skipped _ -> beginning.skipped(state);
      case Event.Prepared _ -> taking.prepared(state);
      case Event.ShutterPressed _ -> taking.shutterPressed(state);
      case Event.HeldStill _ -> taking.heldStill(state);
      case Event.BurstTaken taken -> taking.burstTaken(state, taken);
      case Event.NothingTaken _ -> taking.nothingTaken(state);
      case Event.PhotoMade made -> taking.photoMade(state, made);
      case Event.PhotoRefused refused -> taking.photoRefused(state, refused.verdict());
      case Event.RetakeWanted _ -> taking.retake(state);
      case Event.PhotoAccepted accepted -> taking.photoAccepted(state, accepted.photo());
      case Event.TicketAnswered answered -> queueing.answered(state, answered);
      case Event.TicketWanted _ -> queueing.wanted(state);
      case Event.TicketKindChosen chosen -> queueing.kindChosen(state, chosen.kind());
      case Event.TicketTaken taken -> queueing.taken(state, taken);
      case Event.TicketPrinted printed -> queueing.printed(state, printed.out());
      case Event.StaffCalled _ -> review.called(state);
      case Event.LaterWanted _ -> comingBack.later(state);
      case Event.PutAway away -> comingBack.putAway(state, away.code());
      case Event.ReturnWanted _ -> comingBack.wanted(state);
      case Event.CodeUnknown _ -> comingBack.unknown(state);
      case Event.CameBack back -> comingBack.cameBack(state, back);
      case Event.InLine inLine -> review.inLine(state, inLine.place());
      case Event.StaffAccepted accepted -> review.accepted(state, accepted.approval());
      case Event.StaffRefused refused -> review.refused(state, refused.why());
      case Event.StaffWantRetake _ -> review.retakeWanted(state);
      case Event.ShotByStaff _ -> taking.shotByStaff(state);
      case Event.EndedByStaff ended -> endedByStaff(state, ended.how());
      case Event.Issued issued -> ending.issued(state, issued);
      case Event.HandedIn handed -> ending.handedIn(state, handed.imageNumber());
      case Event.CentreHeard heard -> ending.centreHeard(state, heard.stage());
      case Event.CentrePassed _ -> ending.centrePassed(state);
      case Event.CentreRefused refused -> ending.centreRefused(state, refused);
      case Event.PrintEnded ended -> ending.printEnded(state, ended.end());
      case Event.PrintAgain _ -> ending.printAgain(state);
      case Event.WithoutSlip _ -> ending.withoutSlip(state);
      case Event.Forgotten _ -> ending.forgotten(state);
      case Event.Back _ -> back(state);
      case Event.Left _ -> left(state);
    };
  }

  private Step tick(State state) {
    Instant now = state.setting().now();
    if (!now.isBefore(state.setting().deadline())) {
      return patienceEnded(state);
    }
    return switch (state) {
      case State.Framing framing -> Moves.stay(taking.offerShutter(framing));
      case State.Shooting counting -> taking.countedDown(counting);
      case State.Welcome welcome -> Moves.stay(ending.sayNoLonger(welcome));
      case State.Expecting _, State.Returning _, State.Ticketing _ -> Moves.stay(state);
      case State.Consent _, State.Choosing _ -> Moves.stay(state);
      case State.Identifying _, State.Guardian _, State.Preparing _ -> Moves.stay(state);
      case State.Making _, State.Reviewing _, State.WaitingForStaff _ -> Moves.stay(state);
      case State.Issuing issuing -> ending.shown(issuing);
      case State.Farewell _, State.OutOfOrder _ -> Moves.stay(state);
    };
  }

  /** A person who is gone is forgotten; a machine that does not answer is out of order. */
  private Step patienceEnded(State state) {
    return switch (state) {
      case State.Welcome _, State.Returning _ -> moves.home(state);
      case State.Consent _, State.Choosing _ -> moves.home(state);
      case State.Expecting expecting -> queueing.leftAlone(expecting);
      case State.Ticketing taking -> queueing.patienceEnded(taking);
      case State.Identifying _, State.Guardian _ -> moves.home(state);
      case State.Preparing _, State.Framing _ -> moves.home(state);
      case State.Reviewing _, State.WaitingForStaff _ -> moves.home(state);
      case State.Farewell _, State.OutOfOrder _ -> moves.home(state);
      case State.Shooting _ -> moves.outOfOrder(state, new Trouble.Mistake("T-1"));
      case State.Making _ -> moves.outOfOrder(state, new Trouble.Mistake("T-2"));
      case State.Issuing issuing -> ending.patienceEnded(issuing);
    };
  }

  private Step back(State state) {
    return switch (state) {
      case State.Ticketing taking -> queueing.left(taking);
      case State.Consent _, State.Returning _ -> moves.home(state);
      case State.Choosing choosing ->
          moves.go(state, new State.Consent(choosing.setting(), choosing.agreement().company()));
      case State.Identifying asking -> beginning.beforeField(asking);
      case State.Guardian guardian -> beginning.beforeCamera(guardian);
      case State.Preparing preparing -> beginning.beforeCamera(preparing);
      case State.Framing framing -> taking.prepare(framing, framing.visit());
      case State.Shooting counting -> taking.stopCountdown(counting);
      case State.WaitingForStaff waiting -> review.goBack(waiting);
      case State.Welcome _, State.Expecting _ -> Moves.stay(state);
      case State.Making _, State.Reviewing _ -> Moves.stay(state);
      case State.Issuing _, State.Farewell _, State.OutOfOrder _ -> Moves.stay(state);
    };
  }

  /** Staff may end whatever stands there, also the page of a mistake. */
  private Step endedByStaff(State state, StaffEnd how) {
    return state instanceof State.Welcome ? Moves.stay(state) : moves.home(state, Optional.of(how));
  }

  /** What is being stored or printed is finished first: the photo must not get lost half-way. */
  private Step left(State state) {
    return switch (state) {
      case State.Ticketing taking -> queueing.left(taking);
      case State.Returning _, State.Consent _, State.Choosing _ -> moves.home(state);
      case State.Identifying _, State.Guardian _ -> moves.home(state);
      case State.Preparing _, State.Framing _ -> moves.home(state);
      case State.Shooting _, State.Making _ -> moves.home(state);
      case State.Reviewing _, State.WaitingForStaff _, State.Farewell _ -> moves.home(state);
      case State.Issuing _ -> ending.withoutSlip(state);
      case State.Welcome _, State.Expecting _, State.OutOfOrder _ -> Moves.stay(state);
    };
  }
}
