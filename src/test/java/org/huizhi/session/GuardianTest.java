package org.huizhi.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Under 14 nobody is photographed before a guardian has agreed. */
class GuardianTest {
  private final Session session = Samples.session();

  @Test
  void aChildsBirthDateAsksForAGuardian() {
    State asking = typed("passport", Samples.CHILDS_ID_NUMBER, Company.ALONE);
    State.Guardian guardian = assertInstanceOf(State.Guardian.class, next(asking, entered()));
    State later = next(guardian, new Event.Tick(Samples.NOON.plusSeconds(9)));
    State.Preparing ready =
        assertInstanceOf(State.Preparing.class, next(later, new Event.Agreed(1, "zh-3-guardian")));
    assertEquals(
        new Agreement("zh-3-guardian", Samples.NOON.plusSeconds(9), Company.CHILD),
        ready.visit().agreement());
  }

  @Test
  void aGuardianIsAskedOnce() {
    State asking = typed("passport", Samples.CHILDS_ID_NUMBER, Company.CHILD);
    assertInstanceOf(State.Preparing.class, next(asking, entered()));
    State grown = typed("passport", Samples.ID_NUMBER, Company.ALONE);
    assertInstanceOf(State.Preparing.class, next(grown, entered()));
  }

  /** On the day before the fourteenth birthday a guardian agrees, on the birthday nobody has to. */
  @Test
  void theBirthdayDecides() {
    assertInstanceOf(
        State.Guardian.class,
        next(typed("passport", "11010520120303001X", Company.ALONE), entered()));
    assertInstanceOf(
        State.Preparing.class,
        next(typed("passport", "110105201203020014", Company.ALONE), entered()));
  }

  @Test
  void whoIsHelpedIsJudgedAsSuch() {
    State asking = typed("passport", Samples.ID_NUMBER, Company.CARER);
    State preparing = next(asking, entered());
    Step step = session.next(preparing, new Event.Prepared(1));
    assertEquals(
        List.of(new Effect.StartGuide(1, Samples.PASSPORT, Company.CARER)), step.effects());
  }

  private State typed(String document, String number, Company company) {
    State state = session.first(Samples.NOON, false);
    state = next(state, new Event.Started(1));
    state = next(state, new Event.CompanyChosen(1, company));
    state = next(state, new Event.Agreed(1, "zh-3"));
    state = next(state, new Event.DocumentChosen(1, document));
    for (int i = 0; i < number.length(); i++) {
      state = next(state, new Event.Typed(1, number.substring(i, i + 1)));
    }
    return state;
  }

  private static Event entered() {
    return new Event.Entered(1);
  }

  private State next(State state, Event event) {
    return session.next(state, event).state();
  }
}
