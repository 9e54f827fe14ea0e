package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.huizhi.check.Advice;
import org.huizhi.queue.TicketKind;
import org.huizhi.queue.Wait;
import org.huizhi.session.Event;
import org.huizhi.session.Samples;
import org.huizhi.session.State;
import org.huizhi.voice.Clips;
import org.huizhi.voice.Voice;
import org.huizhi.voice.Volume;

/** A kiosk's view on a window in memory, to show screens on and to measure them. */
final class Stand {
  private static final Guide NOT_YET =
      new Guide(false, Optional.of(Advice.MOVE_LEFT), 0, Optional.empty(), false);

  static final List<TicketKind> KINDS =
      List.of(
          new TicketKind("normal", "A", Duration.ZERO, Map.of("zh", "普通", "en", "Normal")),
          new TicketKind(
              "priority",
              "P",
              Duration.ofMinutes(15),
              Map.of(
                  "zh",
                  "优先：老人、孕妇、婴幼儿、残障人士、军人",
                  "en",
                  "Priority: elderly, pregnant, infants, disabled, military")));
  private static final Map<String, Wait> WAITS =
      Map.of(
          "normal",
          new Wait(17, Optional.of(new Wait.Span(Duration.ofMinutes(12), Duration.ofMinutes(21)))),
          "priority",
          new Wait(0, Optional.empty()));

  final KioskView view;
  final List<Event> told = new ArrayList<>();
  final Least least = new Least();
  private Optional<Sight> shown = Optional.empty();
  private long clock;

  /** Later than any pulse of a test, so that none takes the advice away again. */
  private long later = Long.MAX_VALUE / 2;

  private Guide guide = NOT_YET;

  Stand(Stage window) throws Exception {
    view =
        new KioskView(
            WordsFiles.read(),
            Samples.session().documents(),
            Samples.session().patience(),
            new Live(Pixels.frame(), () -> guide),
            Pixels.pictures(),
            told::add,
            () -> clock);
    view.hear(
        new Voice(
            new Clips(Path.of("none"), Path.of("none"), Optional.empty()),
            (wav, gain, goOn) -> {},
            Volume.NORMAL));
    view.offerOnly(text -> text.codePoints().allMatch(Character::isBmpCodePoint));
    view.offerTickets(new TicketOffer(KINDS, () -> WAITS));
    window.setScene(new Scene(new StackPane(view), 1080, 1920));
    window.show();
    window.setFullScreen(true);
  }

  /** The tap guard lets the next tap through. */
  void passTime() {
    clock += TapGuard.NANOS;
  }

  /** Shows a screen, laid out and at rest. */
  void show(Sight sight) {
    if (shown.equals(Optional.of(sight))) {
      return; // what was tapped open must not be tapped again
    }
    if (!Looks.of(sight.sample()).taps().isEmpty() || isTapped()) {
      act(() -> view.show(Samples.state("welcome"))); // closes whatever was tapped open
    }
    show(
        sight.state(),
        sight.shape(),
        switch (sight.sample()) {
          case "framing-shutter" -> new Guide(true, Optional.empty(), 0.6, Optional.empty(), false);
          case "framing-dark" ->
              new Guide(false, Optional.of(Advice.MORE_LIGHT), 0, Optional.empty(), true);
          default -> NOT_YET;
        });
    List<String> taps = Looks.of(sight.sample()).taps();
    if (!taps.isEmpty()) {
      act(
          () -> {
            taps.forEach(id -> ((Button) view.lookup("#" + id)).fire());
            layOut();
            hold(view);
          });
    }
    shown = Optional.of(sight);
  }

  private boolean isTapped() {
    return shown.filter(last -> !Looks.of(last.sample()).taps().isEmpty()).isPresent();
  }

  void show(State state, Sight.Shape shape) {
    show(state, shape, NOT_YET);
  }

  private void show(State state, Sight.Shape shape, Guide seen) {
    shown = Optional.empty();
    guide = seen;
    act(
        () -> {
          resize(shape);
          view.show(state);
          layOut();
        });
    if (state instanceof State.Framing || state instanceof State.Shooting) {
      awaitPulse(); // the live view and its words come with it
    }
    act(
        () -> {
          layOut();
          hold(view);
        });
  }

  /** Waits until the window has drawn what it has now. */
  private void awaitPulse() {
    CountDownLatch pulses = new CountDownLatch(2);
    AnimationTimer counter =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            pulses.countDown();
          }
        };
    act(counter::start);
    try {
      assertTrue(pulses.await(60, TimeUnit.SECONDS), "no pulse came");
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
    act(counter::stop);
  }

  /** What is wrong with the live view's plate when it gives this advice. */
  List<String> faults(Advice advice) {
    List<String> faults = new ArrayList<>();
    act(
        () -> {
          AdvicePlate plate = (AdvicePlate) view.lookup("#advice");
          later += AdvicePlate.LEAST_NANOS;
          plate.say(new Guide(false, Optional.of(advice), 0, Optional.empty(), false), later);
          layOut();
          faults.addAll(Layout.faults((Parent) view.lookup(".canvas")));
        });
    return faults;
  }

  /**
   * On the JavaFX thread, and waited for. {@link org.testfx.api.FxRobot#interact} also waits until
   * the screen has been drawn, which takes most of the time where nobody looks.
   */
  static void act(Runnable action) {
    CompletableFuture.runAsync(action, Platform::runLater).join();
  }

  /** The view alone, so that it may be larger than the window. */
  private void resize(Sight.Shape shape) {
    if (view.getWidth() != shape.width || view.getHeight() != shape.height) {
      view.setManaged(false);
      view.resize(shape.width, shape.height);
    }
  }

  private void layOut() {
    view.applyCss();
    view.layout();
  }

  private static void hold(Node node) {
    if (node instanceof Moving moving) {
      moving.hold();
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(Stand::hold);
    }
  }

  /** What is cut off, overlaps, is too small or too pale on the screen that is shown. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    act(
        () -> {
          faults.addAll(Layout.faults(touchable()));
          faults.addAll(Layout.tooHigh(view));
          faults.addAll(Contrast.faults(view, least));
        });
    return faults;
  }

  /** What is laid over all else, if anything is. */
  private Parent touchable() {
    Parent canvas = (Parent) view.lookup(".canvas");
    return canvas.getChildrenUnmodifiable().reversed().stream()
        .filter(child -> child.getStyleClass().contains("veil"))
        .map(Parent.class::cast)
        .findFirst()
        .orElse(canvas);
  }

  void measure(Sight sight, List<String> wrong) {
    show(sight);
    List<String> faults = faults();
    act(
        () -> {
          if (sight.shape().isPackaged()) {
            faults.addAll(Millimetres.faults(view, sight.shape(), least));
          }
          if (sight.theme() == Sight.Theme.LOW && sight.shape().isPackaged()) {
            faults.addAll(Reach.faults(touchable(), sight.shape()));
          }
        });
    faults.forEach(fault -> wrong.add(sight.name() + ": " + fault));
  }
}
