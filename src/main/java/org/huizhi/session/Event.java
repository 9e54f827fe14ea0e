package org.huizhi.session;

import java.time.Instant;
import java.util.Optional;
import org.huizhi.check.Advice;
import org.huizhi.check.Verdict;
import org.huizhi.queue.Ticket;
import org.huizhi.queue.TicketPrint;
import org.huizhi.spec.Code;

/** What happened. */
public sealed interface Event {

  /** Concerns the machine, whoever stands before it. */
  sealed interface OfMachine extends Event {}

  /** Belongs to one visit; dropped when that visit is over. */
  sealed interface OfVisit extends Event {
    /** The session's number, as in {@link Setting#number()}. */
    long number();
  }

  /** Time has passed; to be told a few times a second. */
  record Tick(Instant now) implements OfMachine {}

  record TroubleArose(Trouble trouble) implements OfMachine {}

  /** A trouble of this kind is over. */
  record Mended(Trouble trouble) implements OfMachine {}

  /**
   * Who is called to this machine now.
   *
   * @param ticket the ticket's number; empty for nobody
   */
  record Called(Optional<String> ticket) implements OfMachine {}

  // What the person does.

  record Started(long number) implements OfVisit {}

  record LanguageChosen(long number, String language) implements OfVisit {}

  record ComfortChosen(long number, Comfort comfort) implements OfVisit {}

  /** Somebody has no ticket and wants one. */
  record TicketWanted(long number) implements OfVisit {}

  /**
   * A kind of ticket was touched.
   *
   * @param kind its name
   */
  record TicketKindChosen(long number, String kind) implements OfVisit {}

  /** Somebody is there: the state's patience begins anew. */
  record Touched(long number) implements OfVisit {}

  /** Whether somebody stands by the person. */
  record CompanyChosen(long number, Company company) implements OfVisit {}

  record Agreed(long number, String textVersion) implements OfVisit {}

  /**
   * A document's card was touched.
   *
   * @param document name of the chosen spec
   */
  record DocumentChosen(long number, String document) implements OfVisit {}

  /** One character of the field that is asked. Its text form does not tell which. */
  record Typed(long number, String character) implements OfVisit {
    @Override
    public String toString() {
      return "Typed[" + number + "]";
    }
  }

  record Erased(long number) implements OfVisit {}

  /** A card was read that tells who stands there. Its text form tells nothing of it. */
  record CardRead(long number, Details told) implements OfVisit {
    @Override
    public String toString() {
      return "CardRead[" + number + "]";
    }
  }

  /** The field is as it should be. */
  record Entered(long number) implements OfVisit {}

  record Skipped(long number) implements OfVisit {}

  /** The person has seen how to stand. */
  record Prepared(long number) implements OfVisit {}

  record ShutterPressed(long number) implements OfVisit {}

  record RetakeWanted(long number) implements OfVisit {}

  /** The photo that is shown, or an earlier one that is shown beside it. */
  record PhotoAccepted(long number, PhotoRef photo) implements OfVisit {}

  record StaffCalled(long number) implements OfVisit {}

  /** The person does not wait for the staff, and comes back. */
  record LaterWanted(long number) implements OfVisit {}

  /** The person has a code to come back with. */
  record ReturnWanted(long number) implements OfVisit {}

  record PrintAgain(long number) implements OfVisit {}

  record WithoutSlip(long number) implements OfVisit {}

  record Back(long number) implements OfVisit {}

  /** The person ends the visit. */
  record Left(long number) implements OfVisit {}

  // What the engine answers.

  /**
   * Whether what was entered is the called ticket's number or code.
   *
   * @param document the spec that this ticket was taken for
   */
  record TicketAnswered(long number, boolean right, Optional<String> document) implements OfVisit {}

  /** A ticket for whoever wanted one; empty when the hall has no number now. */
  record TicketTaken(long number, Optional<Ticket> ticket, TicketPrint print) implements OfVisit {}

  /** Whether the printer said that the ticket is out. */
  record TicketPrinted(long number, boolean out) implements OfVisit {}

  /** All rules held for as long as it takes. */
  record HeldStill(long number) implements OfVisit {}

  /** The best of the burst and the verdict on it. */
  record BurstTaken(long number, ShotRef shot, Verdict verdict) implements OfVisit {}

  /** The camera gave no picture to take. */
  record NothingTaken(long number) implements OfVisit {}

  /**
   * The finished photo.
   *
   * @param verdict on the shot and the finished file together
   */
  record PhotoMade(long number, PhotoRef photo, Verdict verdict) implements OfVisit {}

  /** No photo by the spec can be cut from the shot; the verdict holds the reason as a miss. */
  record PhotoRefused(long number, Verdict verdict) implements OfVisit {}

  /** Photo and image number are safely stored. */
  record Issued(long number, String imageNumber, SlipRef slip) implements OfVisit {}

  /** The photo is safely stored under this number; the detection centre is asked about it. */
  record HandedIn(long number, String imageNumber) implements OfVisit {}

  record CentreHeard(long number, CentreStage stage) implements OfVisit {}

  record CentrePassed(long number) implements OfVisit {}

  /** The detection centre refuses the photo, on grounds that it may name. */
  record CentreRefused(long number, Optional<Code> reason, Optional<Advice> remedy)
      implements OfVisit {}

  record PrintEnded(long number, SlipEnd end) implements OfVisit {}

  /** The visit is safely put away under this code. */
  record PutAway(long number, String code) implements OfVisit {}

  /** Nothing is put away under the code that was entered. */
  record CodeUnknown(long number) implements OfVisit {}

  /** What was put away is here again. Its text form tells nothing of the person. */
  record CameBack(
      long number, String language, Visit visit, State.WaitingForStaff.Question question)
      implements OfVisit {}

  // What staff do.

  /** The photo's place in the line of those that wait, from 1. */
  record InLine(long number, int place) implements OfVisit {}

  record StaffAccepted(long number, Approval approval) implements OfVisit {}

  record StaffRefused(long number, Refusal why) implements OfVisit {}

  /** Staff want another photo, however many were taken. */
  record StaffWantRetake(long number) implements OfVisit {}

  /** Staff want the shot now, whatever the live judge says. */
  record ShotByStaff(long number) implements OfVisit {}

  /** Staff end the visit. */
  record EndedByStaff(long number, StaffEnd how) implements OfVisit {}

  /** The answer to {@link Effect.Forget}: nothing of the person is left. */
  record Forgotten(long number) implements OfVisit {}
}
