package org.huizhi.screen;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.huizhi.session.CameraFault;
import org.huizhi.session.Event;
import org.huizhi.session.Patience;
import org.huizhi.session.State;

/** The live view, from finding one's place to the burst, on the same nodes. */
final class LivePage implements Page {
  private static final double POSTURE_SCALE = 0.3;
  private final LiveView view;
  private final AdvicePlate plate;
  private static final PseudoClass LIGHT = PseudoClass.getPseudoClass("light");

  private final Ring ring = new Ring();
  private final Button shutter;
  private final Button other;
  private final Node body;
  private final Patience patience;
  private final Wording wording;
  private State state;

  LivePage(Wording wording, State.Personal state, Live live, Patience patience) {
    this.wording = wording;
    this.state = state;
    this.patience = patience;
    plate = new AdvicePlate(wording);
    view = new LiveView(live, state.visit().document(), this::watch);
    shutter =
        wording.button("shutter", Phrase.FRAMING__SHUTTER, "primary", Event.ShutterPressed::new);
    other = wording.button("staff", Phrase.FRAMING__STAFF, "secondary", Event.StaffCalled::new);
    body = wording.wide() ? beside() : over();
    take(state);
  }

  /** Advice above the picture, ring on the chest: nothing covers the face. */
  private Node over() {
    Fitted posture = posture();
    StackPane picture = new StackPane(view, posture, ring);
    StackPane.setAlignment(ring, Pos.BOTTOM_CENTER);
    StackPane.setMargin(ring, new Insets(28));
    StackPane.setAlignment(posture, Pos.BOTTOM_LEFT);
    StackPane.setMargin(posture, new Insets(20));
    VBox.setVgrow(picture, Priority.ALWAYS);
    VBox column = new VBox(plate, picture);
    column.getStyleClass().add("live-page");
    return column;
  }

  private Node beside() {
    Fitted posture = posture();
    // In one place: who stands right is shown how long to, all others how.
    posture.visibleProperty().bind(ring.visibleProperty().not());
    StackPane turns = new StackPane(posture, ring);
    VBox.setVgrow(turns, Priority.ALWAYS);
    VBox column = new VBox(plate, turns);
    column.getStyleClass().add("live-column");
    column.setAlignment(Pos.CENTER);
    HBox row = new HBox(view, column);
    HBox.setHgrow(view, Priority.ALWAYS);
    row.getStyleClass().add("live-page");
    return row;
  }

  /** Beside the picture: how it should look. */
  private static Fitted posture() {
    Fitted posture = new Fitted(new Posture(), POSTURE_SCALE);
    posture.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return posture;
  }

  @Override
  public Node body() {
    return body;
  }

  @Override
  public Optional<Button> primary() {
    return Optional.of(shutter);
  }

  @Override
  public Optional<Button> secondary() {
    return Optional.of(other);
  }

  @Override
  public boolean take(State newer) {
    return switch (newer) {
      case State.Framing framing -> {
        state = framing;
        shutter.setVisible(framing.manualShutter() && framing.setting().cameraTrouble().isEmpty());
        other.setVisible(true);
        offer("staff", Phrase.FRAMING__STAFF, Event.StaffCalled::new);
        yield true;
      }
      case State.Shooting shooting -> {
        state = shooting;
        shutter.setVisible(false);
        other.setVisible(shooting.shootAt().isPresent());
        offer("stop", Phrase.SHOOTING__STOP, Event.Back::new);
        yield true;
      }
      case State.Welcome _, State.Expecting _, State.Returning _, State.Ticketing _ -> false;
      case State.Consent _, State.Choosing _ -> false;
      case State.Identifying _, State.Guardian _, State.Preparing _ -> false;
      case State.Making _, State.Reviewing _, State.WaitingForStaff _ -> false;
      case State.Issuing _, State.Farewell _, State.OutOfOrder _ -> false;
    };
  }

  /** Calling staff and stopping the countdown share one place. */
  private void offer(String id, Phrase phrase, LongFunction<Event> event) {
    if (!id.equals(other.getId())) {
      Button made = wording.button(id, phrase, "secondary", event);
      other.setId(id);
      other.setGraphic(made.getGraphic());
      other.setOnAction(made.getOnAction());
    }
  }

  @Override
  public void tick(State newer) {
    take(newer);
  }

  private void watch(Guide guide, long now) {
    Optional<CameraFault> fault = state.setting().cameraTrouble();
    view.lost(fault.isPresent());
    if (fault.isPresent()) {
      ring.setVisible(false);
      shutter.setVisible(false);
      plate.say(fault.get());
      return;
    }
    if (state instanceof State.Shooting shooting) {
      count(shooting);
      return;
    }
    if (guide.dark()) {
      // Stays until the page goes: a light that goes out again would darken the face it lit.
      body.pseudoClassStateChanged(LIGHT, true);
    }
    view.point(guide);
    ring.figure("");
    ring.fill(guide.progress());
    ring.setVisible(guide.ready());
    plate.say(guide, now);
  }

  private void count(State.Shooting shooting) {
    if (shooting.shootAt().isEmpty()) {
      ring.figure("");
      ring.fill(1);
      plate.say(Phrase.SHOOTING__NOW, Icon.CAMERA);
    } else {
      Duration left = Duration.between(shooting.setting().now(), shooting.shootAt().get());
      ring.figure(Long.toString(Math.max(1, left.plusMillis(999).toSeconds())));
      ring.fill(1 - (double) left.toMillis() / Math.max(1, patience.countdown().toMillis()));
      plate.say(Phrase.SHOOTING__READY, Icon.CAMERA);
    }
    ring.setVisible(true);
  }

  @Override
  public void close() {
    view.stop();
  }
}
