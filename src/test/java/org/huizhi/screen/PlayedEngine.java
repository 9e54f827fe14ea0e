package org.huizhi.screen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import org.huizhi.check.Verdict;
import org.huizhi.queue.TicketPrint;
import org.huizhi.session.Effect;
import org.huizhi.session.Event;
import org.huizhi.session.Patience;
import org.huizhi.session.PhotoRef;
import org.huizhi.session.Samples;
import org.huizhi.session.Session;
import org.huizhi.session.ShotRef;
import org.huizhi.session.SlipEnd;
import org.huizhi.session.SlipRef;
import org.huizhi.session.State;
import org.huizhi.session.Step;
import org.huizhi.spec.Spec;

/** Answers the session's effects as an engine would, at once and on the JavaFX thread. */
final class PlayedEngine {
  private final Session session;
  private final Deque<Verdict> verdicts = new ArrayDeque<>();
  private final List<Effect> effects = new ArrayList<>();
  private State state;
  private Optional<KioskView> view = Optional.empty();
  private boolean answering = true;
  private Verdict photo = Samples.GOOD;
  private long photos;

  PlayedEngine(List<Spec> documents) {
    session = new Session(documents, Patience.usual(), "zh");
    state = session.first(Samples.NOON, false);
  }

  State state() {
    return state;
  }

  /** What was asked for so far. */
  List<Effect> effects() {
    return effects;
  }

  void show(KioskView on) {
    view = Optional.of(on);
    on.show(state);
  }

  /** The verdicts on the next shots; PASS when there are none left. */
  void nextShots(Verdict... next) {
    verdicts.addAll(List.of(next));
  }

  /** The verdict on the next photo that is made. */
  void nextPhoto(Verdict verdict) {
    photo = verdict;
  }

  /** From now on the machine's own work takes for ever. */
  void hang() {
    answering = false;
  }

  /** Goes on from here. */
  void stand(State here) {
    state = here;
    view.ifPresent(screen -> screen.show(state));
  }

  void tell(Event event) {
    Step step = session.next(state, event);
    state = step.state();
    view.ifPresent(screen -> screen.show(state));
    for (Effect effect : step.effects()) {
      effects.add(effect);
      if (answering || effect instanceof Effect.Forget) {
        answer(effect).ifPresent(answer -> Platform.runLater(() -> tell(answer)));
      }
    }
  }

  private Optional<Event> answer(Effect effect) {
    long number = effect.number();
    return switch (effect) {
      case Effect.StartGuide _, Effect.StopGuide _, Effect.StopAsking _ -> Optional.empty();
      case Effect.AskStaff _ -> Optional.of(new Event.InLine(number, 1));
      case Effect.PutAway _ -> Optional.of(new Event.PutAway(number, "482913"));
      case Effect.TakeUp taken ->
          Optional.of(
              taken.code().equals("482913")
                  ? Samples.cameBack(number)
                  : new Event.CodeUnknown(number));
      case Effect.TakeBurst _ -> {
        Verdict verdict = verdicts.isEmpty() ? Samples.GOOD : verdicts.remove();
        yield Optional.of(new Event.BurstTaken(number, new ShotRef(1), verdict));
      }
      case Effect.MakePhoto _ -> {
        Verdict verdict = photo;
        photo = Samples.GOOD;
        yield Optional.of(new Event.PhotoMade(number, new PhotoRef(++photos), verdict));
      }
      case Effect.Issue _, Effect.Release _ ->
          Optional.of(new Event.Issued(number, "440000202603020001", new SlipRef(1)));
      case Effect.Print _ -> Optional.of(new Event.PrintEnded(number, new SlipEnd.Printed()));
      case Effect.ConfirmTicket confirm ->
          Optional.of(
              new Event.TicketAnswered(
                  number, confirm.entered().equals("12"), Optional.of(Samples.PASSPORT.name())));
      case Effect.TakeTicket _ ->
          Optional.of(new Event.TicketTaken(number, Optional.of(Samples.TICKET), TicketPrint.NONE));
      case Effect.Forget _ -> Optional.of(new Event.Forgotten(number));
    };
  }
}
