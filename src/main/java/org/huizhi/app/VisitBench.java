package org.huizhi.app;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.huizhi.check.Guidance;
import org.huizhi.session.State;

/**
 * Plays a visit without any hesitation and adds up where the machine makes a person wait: until a
 * screen is drawn, while holding still, and for burst, photo, storing and printing. How long the
 * recording takes to look right is the person's time, not the machine's. On the JavaFX thread, but
 * for {@link #see}.
 */
final class VisitBench {
  private static final String DOCUMENT = "#document-hk-macau-permit";

  private final Hall hall;
  private final Scene scene;
  private final CompletableFuture<VisitBench> end;
  private final Map<String, Long> waits = new LinkedHashMap<>();
  private final AnimationTimer watching =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          watchHolding();
        }
      };
  private Optional<Long> holdingSince = Optional.empty();
  private String last = "";
  private long lastSince;
  private int taps;

  /**
   * @param end gets this when the visit is over
   */
  VisitBench(Hall hall, Scene scene, CompletableFuture<VisitBench> end) {
    this.hall = hall;
    this.scene = scene;
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
    if (isWork(last)) {
      waits.merge(last, since - lastSince, Long::sum);
    }
    if (last.equals("framing")) {
      holdingSince.ifPresent(from -> waits.merge("holding still", since - from, Long::sum));
      holdingSince = Optional.empty();
    }
    last = step;
    lastSince = since;
    scene.getRoot().requestLayout();
    // The second turn from here finds the screen drawn.
    Platform.runLater(() -> Platform.runLater(() -> drawn(state, since)));
  }

  private void drawn(State state, long since) {
    if (!isWork(last)) {
      waits.merge("drawing screens", System.nanoTime() - since, Long::sum);
    }
    switch (state) {
      case State.Welcome _ -> tap("#start");
      case State.Consent _, State.Guardian _ -> tap("#agree");
      case State.Choosing _ -> tap(DOCUMENT);
      case State.Identifying _ -> tap("#skip");
      case State.Preparing _ -> tap("#ready");
      case State.Reviewing reviewing -> tap(reviewing.acceptable() ? "#accept" : "#retake");
      case State.Farewell _ -> {
        taps++; // done
        watching.stop();
        end.complete(this);
      }
      case State.Expecting _, State.WaitingForStaff _, State.OutOfOrder _ ->
          end.completeExceptionally(new IllegalStateException("the visit stands in " + last));
      case State.Framing _, State.Shooting _, State.Making _, State.Issuing _ -> {}
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

  private void watchHolding() {
    double held =
        hall.tools().flatMap(tools -> tools.judging().newest()).map(Guidance::held).orElse(0.0);
    if (held <= 0 && last.equals("framing")) {
      holdingSince = Optional.empty();
    } else if (holdingSince.isEmpty() && last.equals("framing")) {
      holdingSince = Optional.of(System.nanoTime());
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

  /** A line for each wait, their sum, and the taps. */
  void print() {
    waits.forEach((step, nanos) -> row(step, nanos));
    row("the machine makes a person wait", waits.values().stream().mapToLong(wait -> wait).sum());
    System.out.printf("%-34s %9d%n", "taps, without details", taps);
  }

  private static void row(String step, long nanos) {
    System.out.printf(Locale.ROOT, "%-34s %9.2f s%n", step, nanos / 1e9);
  }
}
