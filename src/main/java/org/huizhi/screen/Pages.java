package org.huizhi.screen;

import java.util.List;
import java.util.function.Predicate;
import org.huizhi.session.Patience;
import org.huizhi.session.State;
import org.huizhi.spec.Spec;

/**
 * Which page shows which state.
 *
 * @param documents the cards to choose from
 * @param printable whether a slip can show a text
 * @param tickets what whoever has no ticket may take
 */
record Pages(
    List<Spec> documents,
    Patience patience,
    Pictures pictures,
    Live live,
    Predicate<String> printable,
    TicketOffer tickets) {
  Page of(State state, Wording wording) {
    return switch (state) {
      case State.Welcome welcome -> new WelcomePage(wording, welcome);
      case State.Expecting expecting -> new ExpectingPage(wording, expecting, tickets);
      case State.Returning returning -> new ReturningPage(wording, returning);
      case State.Ticketing taking -> new TicketPage(wording, taking, tickets);
      case State.Consent consent -> ConsentPage.of(wording, consent);
      case State.Choosing _ -> new ChoosingPage(wording, documents);
      case State.Identifying asking ->
          switch (asking.draft().field()) {
            case ID_NUMBER -> new IdNumberPage(wording, asking);
            case NAME -> new NamePage(wording, asking, printable);
            case PERMANENT_RESIDENCE,
                PASSPORT,
                HK_MACAU_PERMIT,
                TAIWAN_PERMIT,
                HOME_RETURN_PERMIT,
                TAIWAN_COMPATRIOT_PERMIT,
                PHONE ->
                new NumberPage(wording, asking);
          };
      case State.Guardian _ -> ConsentPage.ofGuardian(wording);
      case State.Preparing preparing -> new PreparingPage(wording, preparing);
      case State.Framing framing -> new LivePage(wording, framing, live, patience);
      case State.Shooting shooting -> new LivePage(wording, shooting, live, patience);
      case State.Making making -> new MakingPage(wording, making, pictures);
      case State.Reviewing reviewing -> ReviewingPage.of(wording, reviewing, pictures, patience);
      case State.WaitingForStaff waiting -> new StaffPage(wording, waiting, pictures, patience);
      case State.Issuing issuing -> new IssuingPage(wording, issuing, pictures, patience);
      case State.Farewell farewell -> new FarewellPage(wording, farewell);
      case State.OutOfOrder out -> new OutOfOrderPage(wording, out);
    };
  }
}
