package org.huizhi.screen;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.huizhi.session.Company;
import org.huizhi.session.Event;
import org.huizhi.session.State;

/** How to stand and what to take off, shown as a drawing that moves, before the camera looks. */
final class PreparingPage implements Page {
  private static final double ICON = 64;

  private final Wording wording;
  private final State.Preparing state;

  PreparingPage(Wording wording, State.Preparing state) {
    this.wording = wording;
    this.state = state;
  }

  @Override
  public Node body() {
    VBox points =
        new VBox(
            point(Icon.EYE, Phrase.PREPARING__TAKE_OFF),
            point(Icon.PERSON, Phrase.PREPARING__STAND));
    if (state.visit().agreement().company() != Company.ALONE) {
      points.getChildren().add(point(Icon.PEOPLE, Phrase.PREPARING__HANDS));
    }
    points.getStyleClass().add("points");
    VBox words = new VBox(wording.both("headline", Phrase.PREPARING__TITLE), points);
    words.getStyleClass().add("question");
    Fitted drawing = new Fitted(new Posture(), 1.2);
    if (wording.wide()) {
      HBox row = new HBox(drawing, words);
      HBox.setHgrow(words, Priority.ALWAYS);
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().addAll("body", "beside");
      return row;
    }
    VBox.setVgrow(drawing, Priority.ALWAYS);
    VBox column = new VBox(words, drawing);
    column.getStyleClass().add("body");
    return column;
  }

  private Node point(Icon icon, Phrase phrase) {
    HBox row = wording.withIcon(icon, ICON, wording.both("text", phrase));
    row.getStyleClass().add("point");
    return row;
  }

  @Override
  public Optional<Button> primary() {
    return Optional.of(
        wording.button("ready", Phrase.PREPARING__READY, "primary", Event.Prepared::new));
  }
}
