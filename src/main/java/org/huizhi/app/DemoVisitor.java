package org.huizhi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.util.Duration;
import org.huizhi.session.State;

/**
 * Presses the buttons of a visit, one screen after the other, as a person would, and takes a
 * picture of each screen. On the JavaFX thread, but for {@link #see}.
 */
final class DemoVisitor {
  /** The example of GB 11643-1999: a number that belongs to nobody. */
  private static final String ID_NUMBER = "11010519491231002X";

  private static final String DOCUMENT = "#document-hk-macau-permit";
  private static final Duration LOOKING = Duration.seconds(1.2);
  private static final Duration BETWEEN_KEYS = Duration.millis(450);

  private final Scene scene;
  private final Path screens;
  private final CompletableFuture<String> end;
  private String shown = "";
  private int pictures;

  /**
   * @param screens where pictures of the screens go
   * @param end gets the image number when the visit is over
   */
  DemoVisitor(Scene scene, Path screens, CompletableFuture<String> end) {
    this.scene = scene;
    this.screens = screens;
    this.end = end;
  }

  /** Sees a state; any thread. */
  void see(State state) {
    Platform.runLater(() -> act(state));
  }

  private void act(State state) {
    String name = name(state);
    if (name.equals(shown)) {
      return;
    }
    shown = name;
    after(
        LOOKING,
        () -> {
          if (name.equals(shown)) {
            picture(name);
            answer(state);
          }
        });
  }

  /** A state and what within it changes the screen. */
  private static String name(State state) {
    String name = state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    return switch (state) {
      case State.Farewell farewell -> farewell.wiped() ? name + "-wiped" : name;
      case State.Issuing issuing ->
          name + "-" + issuing.paper().getClass().getSimpleName().toLowerCase(Locale.ROOT);
      case State.Welcome _, State.Expecting _, State.Returning _, State.Ticketing _ -> name;
      case State.Consent _, State.Choosing _ -> name;
      case State.Identifying _, State.Guardian _, State.Preparing _ -> name;
      case State.Framing _, State.Shooting _, State.Making _, State.Reviewing _ -> name;
      case State.WaitingForStaff _, State.OutOfOrder _ -> name;
    };
  }

  private void answer(State state) {
    switch (state) {
      case State.Welcome _ -> press("#start");
      case State.Consent _ -> press("#agree");
      case State.Choosing _ -> press(DOCUMENT);
      case State.Identifying _ -> type(0);
      case State.Guardian _ -> press("#agree");
      case State.Preparing _ -> press("#ready");
      case State.Reviewing reviewing -> press(reviewing.acceptable() ? "#accept" : "#retake");
      case State.Farewell farewell when farewell.wiped() -> end.complete(farewell.imageNumber());
      case State.OutOfOrder broken ->
          end.completeExceptionally(
              new IllegalStateException("the kiosk is out of order: " + broken.trouble().code()));
      case State.Framing _, State.Shooting _, State.Making _, State.WaitingForStaff _ -> {}
      case State.Expecting _, State.Returning _, State.Ticketing _ -> {}
      case State.Issuing _, State.Farewell _ -> {}
    }
  }

  private void type(int at) {
    if (at == ID_NUMBER.length()) {
      picture("identifying-done");
      press("#next");
      return;
    }
    press("#digit-" + Character.toLowerCase(ID_NUMBER.charAt(at)));
    after(BETWEEN_KEYS, () -> type(at + 1));
  }

  private void press(String id) {
    Optional<Node> node = Optional.ofNullable(scene.lookup(id));
    if (node.isPresent() && node.get() instanceof Button button) {
      button.fire();
    } else {
      end.completeExceptionally(new IllegalStateException("there is no button " + id));
    }
  }

  private void picture(String name) {
    try {
      Files.write(screens.resolve("%02d-%s.png".formatted(++pictures, name)), Snapshot.png(scene));
    } catch (IOException wrong) {
      end.completeExceptionally(wrong);
    }
  }

  private static void after(Duration pause, Runnable then) {
    PauseTransition transition = new PauseTransition(pause);
    transition.setOnFinished(event -> then.run());
    transition.play();
  }
}
