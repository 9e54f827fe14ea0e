package org.huizhi.screen;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.huizhi.check.Advice;
import org.huizhi.session.Refusal;
import org.huizhi.session.SlipEnd;
import org.huizhi.session.State;
import org.huizhi.spec.Field;

/** What the voice says of a screen: always a sentence that stands on it. */
public final class Spoken {
  private Spoken() {}

  /** The sentence's key; empty when nobody is there. */
  public static Optional<String> key(State state, Guide guide) {
    return switch (state) {
      case State.Welcome _, State.Expecting _ -> Optional.empty();
      case State.Returning _ -> said(Phrase.RETURNING__TITLE);
      case State.Ticketing taking ->
          said(
              switch (taking.stage()) {
                case State.Ticketing.Stage.Choosing _, State.Ticketing.Stage.Asked _ ->
                    Phrase.TICKETS__TITLE;
                case State.Ticketing.Stage.Given _ -> Phrase.TICKETS__YOURS;
                case State.Ticketing.Stage.None _ -> Phrase.TICKETS__NONE;
              });
      case State.Consent _ -> said(Phrase.CONSENT__TITLE);
      case State.Choosing _ -> said(Phrase.CHOOSING__TITLE);
      case State.Identifying asking -> Optional.of(Keys.of(asking.draft().field(), "title"));
      case State.Guardian _ -> said(Phrase.GUARDIAN__TITLE);
      case State.Preparing _ -> said(Phrase.PREPARING__TITLE);
      case State.Framing _ -> Optional.of(live(guide));
      case State.Shooting shooting ->
          said(shooting.shootAt().isPresent() ? Phrase.SHOOTING__READY : Phrase.SHOOTING__NOW);
      case State.Making _ -> said(Phrase.MAKING__TITLE);
      case State.Reviewing reviewing ->
          said(
              switch (reviewing.verdict().decision()) {
                case PASS ->
                    reviewing.photo().isPresent() ? Phrase.REVIEWING__GOOD : Phrase.REVIEWING__BAD;
                case UNSURE -> Phrase.REVIEWING__UNSURE;
                case FAIL -> Phrase.REVIEWING__BAD;
              });
      case State.WaitingForStaff waiting ->
          switch (waiting.answer()) {
            case State.WaitingForStaff.Answer.NotYet _ ->
                said(waiting.asks() ? Phrase.STAFF__ASKED : Phrase.STAFF__TITLE);
            case State.WaitingForStaff.Answer.Refused refused ->
                Optional.of(Keys.of(refused.why()));
          };
      case State.Issuing issuing ->
          said(
              switch (issuing.paper()) {
                case State.Issuing.Paper.Saving _ -> Phrase.ISSUING__SAVING;
                case State.Issuing.Paper.AtCentre _ -> Phrase.ISSUING__CENTRE;
                case State.Issuing.Paper.Declined _ -> Phrase.ISSUING__DECLINED;
                case State.Issuing.Paper.Printing _ -> Phrase.ISSUING__PRINTING;
                case State.Issuing.Paper.Stuck _ -> Phrase.ISSUING__STUCK;
              });
      case State.Farewell farewell ->
          said(
              switch (farewell.slip()) {
                case SlipEnd.Printed _ -> Phrase.FAREWELL__PRINTED;
                case SlipEnd.NotPrinted _ -> Phrase.FAREWELL__NOT_PRINTED;
                case SlipEnd.AtCentre _ -> Phrase.FAREWELL__AT_CENTRE;
                case SlipEnd.WithStaff _ -> Phrase.FAREWELL__WITH_STAFF;
                case SlipEnd.Unknown _ -> Phrase.FAREWELL__UNKNOWN;
              });
      case State.OutOfOrder _ -> said(Phrase.OUT__TITLE);
    };
  }

  /** Every key that may be said, in order. */
  public static Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    for (Phrase phrase : SAID) {
      keys.add(phrase.key());
    }
    for (Advice advice : Advice.values()) {
      keys.add(Keys.of(advice));
    }
    for (Field field : Field.values()) {
      keys.add(Keys.of(field, "title"));
    }
    for (Refusal refusal : Refusal.values()) {
      keys.add(Keys.of(refusal));
    }
    return keys;
  }

  private static final Set<Phrase> SAID =
      Set.of(
          Phrase.RETURNING__TITLE,
          Phrase.TICKETS__TITLE,
          Phrase.TICKETS__YOURS,
          Phrase.TICKETS__NONE,
          Phrase.CONSENT__TITLE,
          Phrase.CHOOSING__TITLE,
          Phrase.GUARDIAN__TITLE,
          Phrase.PREPARING__TITLE,
          Phrase.FRAMING__FIND_YOURSELF,
          Phrase.FRAMING__HOLD,
          Phrase.SHOOTING__READY,
          Phrase.SHOOTING__NOW,
          Phrase.MAKING__TITLE,
          Phrase.REVIEWING__GOOD,
          Phrase.REVIEWING__UNSURE,
          Phrase.REVIEWING__BAD,
          Phrase.STAFF__TITLE,
          Phrase.STAFF__ASKED,
          Phrase.ISSUING__SAVING,
          Phrase.ISSUING__PRINTING,
          Phrase.ISSUING__STUCK,
          Phrase.ISSUING__CENTRE,
          Phrase.ISSUING__DECLINED,
          Phrase.FAREWELL__AT_CENTRE,
          Phrase.FAREWELL__WITH_STAFF,
          Phrase.FAREWELL__PRINTED,
          Phrase.FAREWELL__NOT_PRINTED,
          Phrase.FAREWELL__UNKNOWN,
          Phrase.OUT__TITLE);

  private static Optional<String> said(Phrase phrase) {
    return Optional.of(phrase.key());
  }

  private static String live(Guide guide) {
    return guide.ready()
        ? Phrase.FRAMING__HOLD.key()
        : guide.advice().map(Keys::of).orElse(Phrase.FRAMING__FIND_YOURSELF.key());
  }
}
