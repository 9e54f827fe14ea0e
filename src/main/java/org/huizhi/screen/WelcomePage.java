package org.huizhi.screen;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.huizhi.session.Event;
import org.huizhi.session.State;

/** Waits for somebody; a touch anywhere begins. */
final class WelcomePage implements Page {
  private final Wording wording;
  private final State.Welcome state;

  WelcomePage(Wording wording, State.Welcome state) {
    this.wording = wording;
    this.state = state;
  }

  @Override
  public Node body() {
    VBox title = new VBox(wording.both("headline", Phrase.WELCOME__TITLE), purpose());
    if (state.wipedUntil().isPresent()) {
      HBox wiped = wording.withIcon(Icon.TICK, 56, wording.both("text", Phrase.WELCOME__WIPED));
      wiped.setId("wiped");
      wiped.getStyleClass().add("wiped");
      title.getChildren().add(wiped);
    }
    title.getStyleClass().add("welcome-title");
    HBox way =
        new HBox(
            part(Icon.CAMERA, Phrase.WELCOME__PHOTO),
            part(Icon.TICK, Phrase.WELCOME__CHECK),
            part(Icon.SHEET, Phrase.WELCOME__SLIP));
    way.getStyleClass().add("welcome-way");
    Button start = wording.button("start", Phrase.WELCOME__START, "primary", Event.Started::new);
    start.getStyleClass().add("start");
    start.setMaxWidth(Double.MAX_VALUE);
    Region body = wording.wide() ? beside(title, way, code(), start) : under(title, way, start);
    body.getStyleClass().add("welcome");
    body.setOnMouseClicked(_ -> wording.told(new Event.Started(wording.number())));
    return body;
  }

  /** What the machine is for, or what staff decided for whoever may still stand there. */
  private Region purpose() {
    return state
        .ended()
        .<Region>map(
            how -> {
              HBox ended = wording.withIcon(Icon.PEOPLE, 56, wording.both("title", Keys.of(how)));
              ended.setId("ended");
              return ended;
            })
        .orElseGet(() -> wording.both("text", Phrase.WELCOME__PURPOSE));
  }

  private static Region under(VBox title, HBox way, Button start) {
    Fitted portrait = new Fitted(Portrait.drawing(), 1);
    VBox.setVgrow(portrait, Priority.ALWAYS);
    return new VBox(title, portrait, way, start);
  }

  /** Where there is little height, who comes back begins beside who comes first. */
  private static Region beside(VBox title, HBox way, Button code, Button start) {
    HBox row = new HBox(code, start);
    row.getStyleClass().add("welcome-starts");
    HBox.setHgrow(start, Priority.ALWAYS);
    code.setMaxHeight(Double.MAX_VALUE);
    VBox column = new VBox(title, way, row);
    column.getStyleClass().add("welcome-column");
    column.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(column, Priority.ALWAYS);
    HBox whole = new HBox(new Fitted(Portrait.drawing(), 1), column);
    whole.setAlignment(Pos.CENTER);
    return whole;
  }

  @Override
  public Optional<Button> secondary() {
    return wording.wide() ? Optional.empty() : Optional.of(code());
  }

  private Button code() {
    return wording.button("have-code", Phrase.WELCOME__CODE, "secondary", Event.ReturnWanted::new);
  }

  private Node part(Icon icon, Phrase phrase) {
    VBox words = wording.both("text", phrase);
    words.setAlignment(Pos.CENTER);
    VBox part = new VBox(icon.node(72), words);
    part.getStyleClass().add("welcome-part");
    part.setAlignment(Pos.TOP_CENTER);
    HBox.setHgrow(part, Priority.ALWAYS);
    part.setMaxWidth(Double.MAX_VALUE);
    return part;
  }
}
