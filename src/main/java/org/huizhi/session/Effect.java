package org.huizhi.session;

import java.util.List;
import java.util.Optional;
import org.huizhi.spec.Spec;

/** What the session asks for. It is carried out elsewhere and answered with an {@link Event}. */
public sealed interface Effect {
  /** The session's number, to be given back in the answer. */
  long number();

  /**
   * Judge live frames by this document until {@link StopGuide}; answer {@link Event.HeldStill} when
   * all rules have held long enough.
   *
   * @param company who is not alone must hold still longer, and may be held to softer rules
   */
  record StartGuide(long number, Spec document, Company company) implements Effect {}

  record StopGuide(long number) implements Effect {}

  /**
   * Keep the best frame around now; answer {@link Event.BurstTaken} or {@link Event.NothingTaken}.
   */
  record TakeBurst(long number, Spec document) implements Effect {}

  /** Answer {@link Event.PhotoMade} or {@link Event.PhotoRefused}. */
  record MakePhoto(long number, ShotRef shot, Spec document) implements Effect {}

  /**
   * Store photo, details and consent, give the image number and lay out the slip; answer {@link
   * Event.Issued} only when all of it is safe on the disk. Where a detection centre must pass the
   * photo first, answer {@link Event.HandedIn} instead, then {@link Event.CentreHeard} as it goes
   * on, and {@link Event.CentrePassed} or {@link Event.CentreRefused}.
   *
   * @param approval by staff, of what the checks alone did not accept
   */
  record Issue(
      long number, Visit visit, PhotoRef photo, String language, Optional<Approval> approval)
      implements Effect {}

  /**
   * Let staff decide on a photo until {@link StopAsking}; answer {@link Event.InLine} as the line
   * moves, then {@link Event.StaffAccepted}, {@link Event.StaffRefused} or {@link
   * Event.StaffWantRetake}.
   */
  record AskStaff(long number, Visit visit, State.WaitingForStaff.Question question)
      implements Effect {}

  /**
   * Put the visit away, sealed, until its person comes back; answer {@link Event.PutAway} when it
   * is safe on the disk. Staff may decide meanwhile.
   */
  record PutAway(long number, Visit visit, State.WaitingForStaff.Question question, String language)
      implements Effect {}

  /**
   * Take up what was put away under this code, where it is for one of these documents; answer
   * {@link Event.CameBack}, then what staff say as after {@link AskStaff}, or {@link
   * Event.CodeUnknown}.
   */
  record TakeUp(long number, String code, List<Spec> documents) implements Effect {}

  /** Nobody waits for the decision any more, or it was made. */
  record StopAsking(long number) implements Effect {}

  /** Whether this is the called ticket's number or code; answer {@link Event.TicketAnswered}. */
  record ConfirmTicket(long number, String entered) implements Effect {}

  /** Give a ticket of this kind; answer {@link Event.TicketTaken}. */
  record TakeTicket(long number, String kind) implements Effect {}

  /** The detection centre has passed the photo: lay out its slip; answer {@link Event.Issued}. */
  record Release(long number) implements Effect {}

  /** Print the stored slip; answer {@link Event.PrintEnded}. */
  record Print(long number, SlipRef slip) implements Effect {}

  /**
   * Drop everything of this visit: frames, shots, photos, previews, tracks, drafts. What {@link
   * Issue} stored stays. Answer {@link Event.Forgotten}.
   */
  record Forget(long number) implements Effect {}
}
