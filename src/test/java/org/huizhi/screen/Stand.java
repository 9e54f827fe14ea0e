package org.huizhi.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.huizhi.check.Advice;
import org.huizhi.session.Event;
import org.huizhi.session.Samples;
import org.huizhi.session.State;
import org.testfx.util.WaitForAsyncUtils;

/** A kiosk's view on a window in memory, to show screens on and to measure them. */
final class Stand {
  final KioskView view;
  final List<Event> told = new ArrayList<>();
  private long clock;

  /** Later than any pulse of a test, so that none takes the advice away again. */
  private long later = Long.MAX_VALUE / 2;

  private Guide guide = new Guide(false, Optional.of(Advice.MOVE_LEFT), 0, Optional.empty(), false);

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
    show(sight.state(), sight.shape(), sight.sample().equals("framing-shutter"));
  }

  void show(State state, Sight.Shape shape, boolean ready) {
    guide =
        ready
            ? new Guide(true, Optional.empty(), 0.6, Optional.empty(), false)
            : new Guide(false, Optional.of(Advice.MOVE_LEFT), 0, Optional.empty(), false);
    act(
        () -> {
          resize(shape);
          view.show(state);
          layOut();
        });
    if (state instanceof State.Framing || state instanceof State.Shooting) {
      WaitForAsyncUtils.waitForFxEvents(3); // the live view and its words come with the next pulse
    }
    act(
        () -> {
          layOut();
          hold(view);
        });
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
          faults.addAll(Layout.faults((Parent) view.lookup(".canvas")));
          faults.addAll(Contrast.faults(view));
        });
    return faults;
  }

  void measure(Sight sight, List<String> wrong) {
    show(sight);
    faults().forEach(fault -> wrong.add(sight.name() + ": " + fault));
  }
}
