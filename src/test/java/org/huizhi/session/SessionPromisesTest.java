package org.huizhi.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.huizhi.check.Verdict;
import org.junit.jupiter.api.Test;

/** What holds whatever happens: tried over many stories of random events. */
class SessionPromisesTest {
  private static final int STORIES = 200;
  private static final int EVENTS = 100;

  private final Session session = Samples.session();

  @Test
  void whateverHappensThePersonIsForgottenOnTheWayOut() throws Exception {
    Set<String> seen = new HashSet<>();
    for (int story = 0; story < STORIES; story++) {
      Random dice = new Random(story);
      // Typing at random makes no child's number: some stories start where one was typed.
      State state =
          story % 10 == 0 ? Samples.state("guardian") : session.first(Samples.NOON, false);
      for (int i = 0; i < EVENTS; i++) {
        Event event = dice.nextBoolean() ? any(state, dice) : leadingOn(state, dice);
        Step step = session.next(state, event);
        check(state, event, step);
        state = step.state();
        seen.add(state.getClass().getSimpleName());
      }
    }
    assertEquals(17, seen.size(), () -> "the stories should come through every state: " + seen);
  }

  private void check(State from, Event event, Step step) throws Exception {
    State to = step.state();
    boolean forgets = step.effects().stream().anyMatch(Effect.Forget.class::isInstance);
    boolean changed = from.getClass() != to.getClass();
    if (changed && (isOut(to) || to instanceof State.Farewell)) {
      assertTrue(forgets, () -> from + " + " + event + " left without Forget");
    }
    if (forgets) {
      assertFalse(holdsPerson(to), () -> "after Forget something personal is in " + to);
    }
    if (holdsPerson(to)) {
      assertTrue(to.setting().deadline().isBefore(Instant.MAX), () -> "no deadline in " + to);
    }
    if (isOut(to) && changed) {
      assertTrue(to.setting().number() > from.setting().number(), "the number must move on");
      assertEquals(Comfort.USUAL, to.setting().comfort());
      assertEquals("zh", to.setting().language());
    }
    for (Effect effect : step.effects()) {
      assertEquals(from.setting().number(), effect.number(), "an effect belongs to its visit");
    }
    guideRunsOnlyWhereItIsUsed(from, event, to, step.effects());
  }

  /** Then the person is guided from the beginning. */
  private static boolean isCameraMended(Event event) {
    return event instanceof Event.Mended mended
        && mended.trouble() instanceof Trouble.CameraTrouble;
  }

  private static void guideRunsOnlyWhereItIsUsed(
      State from, Event event, State to, List<Effect> effects) {
    boolean before = from instanceof State.Framing || from instanceof State.Shooting;
    boolean after = to instanceof State.Framing || to instanceof State.Shooting;
    assertEquals(before && !after, effects.stream().anyMatch(Effect.StopGuide.class::isInstance));
    assertEquals(
        to instanceof State.Framing && (!(from instanceof State.Framing) || isCameraMended(event)),
        effects.stream().anyMatch(Effect.StartGuide.class::isInstance));
  }

  /** One of the events that lead further into the visit; any when none does. */
  private Event leadingOn(State state, Random dice) {
    List<Event> events =
        Samples.events(state.setting().number()).stream()
            .filter(event -> leadsOn(state, session.next(state, event).state()))
            .toList();
    return events.isEmpty() ? any(state, dice) : events.get(dice.nextInt(events.size()));
  }

  private static boolean leadsOn(State from, State to) {
    return !place(from).equals(place(to)) && (!isOut(to) || from instanceof State.OutOfOrder);
  }

  /** How far a visit is: the last screen goes through several steps. */
  private static Class<?> place(State state) {
    return state instanceof State.Issuing issuing ? issuing.paper().getClass() : state.getClass();
  }

  /** Events of this visit mostly, now and then of the last one; time creeps and sometimes leaps. */
  private static Event any(State state, Random dice) {
    long number = state.setting().number() - (dice.nextInt(10) == 0 ? 1 : 0);
    List<Event> events = Samples.events(number);
    Event event = events.get(dice.nextInt(events.size()));
    return event instanceof Event.Tick
        ? new Event.Tick(state.setting().now().plusSeconds(dice.nextInt(10) == 0 ? 400 : 1))
        : event;
  }

  private static boolean isOut(State state) {
    return state instanceof State.Welcome || state instanceof State.OutOfOrder;
  }

  /** Looks into every record component, so that a field added later is found too. */
  private static boolean holdsPerson(Object part) throws Exception {
    if (part instanceof Visit
        || part instanceof Details
        || part instanceof Draft
        || part instanceof Agreement
        || part instanceof ShotRef
        || part instanceof PhotoRef
        || part instanceof SlipRef
        || part instanceof Verdict) {
      return true;
    }
    if (!part.getClass().isRecord()
        || !part.getClass().getName().startsWith(Session.class.getPackageName() + ".")) {
      return false;
    }
    for (RecordComponent component : part.getClass().getRecordComponents()) {
      if (holdsPerson(component.getAccessor().invoke(part))) {
        return true;
      }
    }
    return false;
  }

  /** Wherever the applicant stands, who resets leaves nothing of them to the next. */
  @Test
  void aResetAtEveryStateLeavesNothing() throws Exception {
    for (State state : Samples.states().values()) {
      Step step =
          session.next(state, new Event.EndedByStaff(state.setting().number(), StaffEnd.RESET));
      check(state, new Event.EndedByStaff(state.setting().number(), StaffEnd.RESET), step);
      assertFalse(holdsPerson(step.state()), () -> "something is left in " + step.state());
      assertFalse(step.state().toString().contains(Samples.ID_NUMBER));
      if (!(state instanceof State.Welcome)) {
        assertTrue(
            step.effects().stream().anyMatch(Effect.Forget.class::isInstance),
            () -> "nothing was wiped after " + state);
        assertTrue(step.state().setting().number() > state.setting().number());
      }
    }
  }

  @Test
  void theWarningComesInTimeAndMoreTimeCanBeHad() {
    State framing = Samples.state("framing");
    State later = session.next(framing, new Event.Tick(Samples.NOON.plusSeconds(39))).state();
    assertTrue(later.warning(session.patience()).isEmpty());
    State warned = session.next(later, new Event.Tick(Samples.NOON.plusSeconds(41))).state();
    assertEquals(Duration.ofSeconds(19), warned.warning(session.patience()).orElseThrow());
    State extended = session.next(warned, new Event.Touched(1)).state();
    assertTrue(extended.warning(session.patience()).isEmpty());
    assertEquals(session.patience().framing(), extended.setting().left());
  }

  @Test
  void noPaperNeverCostsThePhoto() {
    State printing = Samples.state("issuing-printing");
    Event jam = new Event.PrintEnded(1, new SlipEnd.NotPrinted(PaperFault.JAM));
    State stuck = session.next(printing, jam).state();
    assertTrue(stuck instanceof State.Issuing);
    Step again =
        session.next(stuck, new Event.Mended(new Trouble.PrinterTrouble(PaperFault.OTHER)));
    assertEquals(List.of(new Effect.Print(1, new SlipRef(1))), again.effects());
    Step without = session.next(stuck, new Event.WithoutSlip(1));
    assertTrue(
        without.state() instanceof State.Farewell farewell
            && farewell.imageNumber().equals("440000202603020001"));
  }

  /** Whatever is printed in a log of states and events, the number is not in it. */
  @Test
  void noTextFormTellsWhatWasTyped() {
    for (State state : Samples.states().values()) {
      assertFalse(state.toString().contains(Samples.ID_NUMBER.substring(0, 8)));
    }
    assertFalse(new Event.Typed(1, "7").toString().contains("7"));
  }
}
