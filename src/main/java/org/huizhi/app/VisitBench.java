package org.huizhi.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.huizhi.check.Guidance;
import org.huizhi.session.State;

/**
 * Plays visits without any hesitation and adds up where the machine makes a person wait: from every
 * touch and every answer of the machine until the next screen is painted, from the live view's
 * first painting until its first verdict, while holding still, and for shot, photo, storing and
 * printing. How long the recording takes to look right is the person's time, not the machine's. On
 * the JavaFX thread, but for {@link #see}.
 */
final class VisitBench {
  private static final String DOCUMENT = "#document-hk-macau-permit";
  private static final String PAINTING = "painting screens";
  private static final String FIRST_VERDICT = "first verdict of the live view";
  private static final String HOLDING = "holding still";

  private final Hall hall;
  private final Scene scene;
  private final CompletableFuture<VisitBench> end;
  private final int visits;
  private final List<Map<String, Long>> waits = new ArrayList<>();
  private final AnimationTimer watching =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          watchLive();
        }
      };
  private Optional<Long> liveSince = Optional.empty();
  private Optional<Long> holdingSince = Optional.empty();
  private String last = "";
  private long lastSince;
  private int taps;

  /**
   * @param visits how many, one after the other: the first finds a machine that has just started
   * @param end gets this when the last visit is over
   */
  VisitBench(Hall hall, Scene scene, int visits, CompletableFuture<VisitBench> end) {
    this.hall = hall;
    this.scene = scene;
    this.visits = visits;
    this.end = end;
    watching.start();
  }

  /** Sees a state; any thread. */
  void see(State state) {
    long since = System.nanoTime();
    Platform.runLater(() -> act(state, since));
  }

  private void act(State state, long since) {
    String step = step(state);
    if (step.equals(last)) {
      return;
    }
    if (state instanceof State.Consent) {
      waits.add(new LinkedHashMap<>());
      taps = 1; // start
    }
    if (isWork(last)) {
      waited(last, since - lastSince);
    }
    if (last.equals("framing")) {
      holdingSince.ifPresent(from -> waited(HOLDING, since - from));
    }
    holdingSince = Optional.empty();
    liveSince = Optional.empty();
    last = step;
    lastSince = since;
    scene.getRoot().requestLayout();
    afterPulses(2, () -> painted(state, since)); // one lays it out, the next finds it painted
  }

  private void afterPulses(int pulses, Runnable then) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          private int left = pulses;

          @Override
          public void run() {
            Platform.requestNextPulse();
            if (--left == 0) {
              scene.removePostLayoutPulseListener(this);
              Platform.runLater(then);
            }
          }
        });
    Platform.requestNextPulse();
  }

  private void waited(String what, long nanos) {
    if (!waits.isEmpty()) {
      waits.getLast().merge(what, nanos, Long::sum);
    }
  }

  private void painted(State state, long since) {
    if (!isWork(step(state)) && !(state instanceof State.Welcome)) {
      waited(PAINTING, System.nanoTime() - since);
    }
    if (!last.equals(step(state))) {
      return; // the machine went on by itself
    }
    switch (state) {
      case State.Welcome _ -> tap("#start");
      case State.Consent _, State.Guardian _ -> tap("#agree");
      case State.Choosing _ -> tap(DOCUMENT);
      case State.Identifying _ -> tap("#skip");
      case State.Preparing _ -> tap("#ready");
      case State.Framing _ -> liveSince = Optional.of(System.nanoTime());
      case State.Reviewing reviewing -> tap(reviewing.acceptable() ? "#accept" : "#retake");
      case State.Farewell _ -> farewell();
      case State.Expecting _,
          State.Returning _,
          State.Ticketing _,
          State.WaitingForStaff _,
          State.OutOfOrder _ ->
          end.completeExceptionally(new IllegalStateException("the visit stands in " + last));
      case State.Shooting _, State.Making _, State.Issuing _ -> {}
    }
  }

  private void farewell() {
    if (waits.size() == visits) {
      taps++; // done
      watching.stop();
      end.complete(this);
    } else {
      tap("#done");
    }
  }

  private void tap(String id) {
    if (scene.lookup(id) instanceof Button button) {
      taps++;
      button.fire();
    } else {
      end.completeExceptionally(new IllegalStateException("there is no button " + id));
    }
  }

  private void watchLive() {
    Optional<Guidance> guidance = hall.tools().flatMap(tools -> tools.judging().newest());
    if (!last.equals("framing") || guidance.isEmpty()) {
      return;
    }
    long now = System.nanoTime();
    liveSince.ifPresent(from -> waited(FIRST_VERDICT, now - from));
    liveSince = Optional.empty();
    if (guidance.get().held() <= 0) {
      holdingSince = Optional.empty();
    } else if (holdingSince.isEmpty()) {
      holdingSince = Optional.of(now);
    }
  }

  private static boolean isWork(String step) {
    return step.startsWith("shooting") || step.startsWith("making") || step.startsWith("issuing");
  }

  private static String step(State state) {
    String name = state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    return state instanceof State.Issuing issuing
        ? name + ": " + issuing.paper().getClass().getSimpleName().toLowerCase(Locale.ROOT)
        : name;
  }

  /** A line for each wait with a column for each visit, their sums, and the last visit's taps. */
  void print() {
    Set<String> steps = new LinkedHashSet<>();
    waits.forEach(visit -> steps.addAll(visit.keySet()));
    for (String step : steps) {
      row(step, waits.stream().map(visit -> visit.getOrDefault(step, 0L)).toList());
    }
    row(
        "the machine makes a person wait",
        waits.stream()
            .map(visit -> visit.values().stream().mapToLong(wait -> wait).sum())
            .toList());
    System.out.printf("%-34s %9d%n", "taps, without details", taps);
  }

  private static void row(String step, List<Long> nanos) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-34s", step));
    nanos.forEach(each -> line.append(String.format(Locale.ROOT, " %9.2f s", each / 1e9)));
    System.out.println(line);
  }
}
