package org.huizhi.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizhi.queue.Ticket;
import org.junit.jupiter.api.Test;

/** Prints where every event leads from every state and compares it with the file beside it. */
class SessionTableTest {
  private static final Path GOLDEN = Path.of("src/test/java/org/huizhi/session/session-table.txt");
  private static final Path PRINTED = Path.of("target/session-table.txt");

  private final Session session = Samples.session();

  @Test
  void theTableIsAsAgreed() throws Exception {
    String table = table();
    Files.writeString(PRINTED, table);
    assertEquals(
        Files.readString(GOLDEN), table, "if this is meant, copy " + PRINTED + " to " + GOLDEN);
  }

  @Test
  void everyStateAndEventHasASample() {
    Set<String> states = names(Samples.states().values().stream().map(Object::getClass));
    Set<String> events = names(Samples.events(1).stream().map(Object::getClass));
    assertEquals(leaves(State.class), states);
    assertEquals(leaves(Event.class), events);
  }

  /** An answer that comes late for a visit that is over changes nothing, whatever it is. */
  @Test
  void eventsOfAnotherVisitAreDropped() {
    for (State state : Samples.states().values()) {
      for (Event event : Samples.events(state.setting().number() - 1)) {
        boolean lastWord = event instanceof Event.Forgotten && state instanceof State.Welcome;
        if (event instanceof Event.OfVisit && !lastWord) {
          Step step = session.next(state, event);
          assertEquals(state, step.state(), event::toString);
          assertTrue(step.effects().isEmpty(), event::toString);
        }
      }
    }
  }

  private String table() {
    StringBuilder table = new StringBuilder();
    for (Map.Entry<String, State> state : Samples.states().entrySet()) {
      table.append(state.getKey()).append('\n');
      for (Event event : Samples.events(state.getValue().setting().number())) {
        table.append("  ").append(cell(state.getValue(), event)).append('\n');
      }
    }
    return table.toString();
  }

  private String cell(State state, Event event) {
    Step step = session.next(state, event);
    String effects =
        step.effects().stream()
            .map(effect -> effect.getClass().getSimpleName())
            .collect(Collectors.joining(", "));
    return "%-58s %s%s"
        .formatted(
            told(event),
            step.state().equals(state) ? "·" : change(state, step.state()),
            effects.isEmpty() ? "" : "  ! " + effects)
        .stripTrailing();
  }

  private static String change(State from, State to) {
    String name = to.getClass().getSimpleName();
    boolean same = from.getClass() == to.getClass();
    String detail =
        switch (to) {
          case State.Issuing issuing -> " " + issuing.paper().getClass().getSimpleName();
          case State.OutOfOrder out -> " " + out.trouble().code();
          case State.Farewell farewell -> " " + farewell.slip().getClass().getSimpleName();
          case State.Identifying asking -> " " + asking.draft();
          case State.Framing framing -> framing.manualShutter() ? " with shutter" : "";
          case State.Shooting shooting ->
              shooting.shootAt().isPresent() ? " counting down" : " bursting";
          case State.Reviewing reviewing -> " " + reviewing.verdict().decision();
          case State.Welcome _, State.Consent _, State.Choosing _ -> "";
          case State.Expecting expecting ->
              " [" + expecting.typed() + "]" + (expecting.wrong() ? " wrong" : "");
          case State.Returning returning ->
              " [" + returning.typed() + "]" + (returning.wrong() ? " wrong" : "");
          case State.Ticketing taking ->
              " "
                  + taking.stage().getClass().getSimpleName()
                  + (taking.stage() instanceof State.Ticketing.Stage.Given given
                      ? " " + given.print()
                      : "")
                  + taking.called().map(called -> ", called " + called).orElse("");
          case State.Guardian _, State.Preparing _ -> "";
          case State.Making making -> making.forStaff() ? " for staff" : "";
          case State.WaitingForStaff waiting -> waiting.asks() ? " asking" : "";
        };
    return (same ? "~ " : "→ ") + name + detail + settingChange(from.setting(), to.setting());
  }

  private static String settingChange(Setting from, Setting to) {
    StringBuilder change = new StringBuilder();
    if (from.number() != to.number()) {
      change.append(" (new number)");
    }
    if (!from.language().equals(to.language())) {
      change.append(" (language)");
    }
    if (!from.comfort().equals(to.comfort())) {
      change.append(" (comfort)");
    }
    if (!from.troubles().equals(to.troubles())) {
      change.append(" (troubles ").append(to.troubles().size()).append(')');
    }
    return change.toString();
  }

  private static String told(Event event) {
    return switch (event) {
      case Event.Tick tick ->
          "Tick +" + (tick.now().getEpochSecond() - Samples.NOON.getEpochSecond()) + " s";
      case Event.TroubleArose arose -> "TroubleArose " + arose.trouble().code();
      case Event.Called called -> "Called " + called.ticket().orElse("nobody");
      case Event.TicketAnswered answered ->
          "TicketAnswered " + answered.right() + answered.document().map(d -> " " + d).orElse("");
      case Event.TicketTaken taken ->
          "TicketTaken " + taken.ticket().map(Ticket::number).orElse("none");
      case Event.Mended mended -> "Mended " + mended.trouble().code();
      case Event.Typed typed -> "Typed " + typed.character();
      case Event.DocumentChosen chosen -> "DocumentChosen " + chosen.document();
      case Event.BurstTaken taken -> "BurstTaken " + taken.verdict().decision();
      case Event.PhotoAccepted accepted -> "PhotoAccepted " + accepted.photo().id();
      case Event.PrintEnded ended -> "PrintEnded " + ended.end();
      case Event.OfVisit other -> other.getClass().getSimpleName();
    };
  }

  private static Set<String> names(Stream<? extends Class<?>> classes) {
    return classes.map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> leaves(Class<?> sealed) {
    Set<String> leaves = new TreeSet<>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      leaves.addAll(
          permitted.isSealed()
              ? leaves(permitted)
              : Set.copyOf(List.of(permitted.getSimpleName())));
    }
    return leaves;
  }
}
