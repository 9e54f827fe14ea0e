package org.huizhi.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.huizhi.session.Event;
import org.huizhi.session.Patience;
import org.huizhi.session.PhotoRef;
import org.huizhi.session.State;
import org.huizhi.session.Tries;

/** Two good photos side by side: the one that is touched is taken. */
final class TwoPhotosPage implements Page {
  private final Wording wording;
  private final State.Reviewing state;
  private final Pictures pictures;
  private final Patience patience;
  private final List<PictureBox> boxes = new ArrayList<>();

  TwoPhotosPage(Wording wording, State.Reviewing state, Pictures pictures, Patience patience) {
    this.wording = wording;
    this.state = state;
    this.pictures = pictures;
    this.patience = patience;
  }

  @Override
  public Node body() {
    HBox photos = new HBox();
    photos.getStyleClass().add("photos");
    photos.setAlignment(Pos.CENTER);
    Optional<PhotoRef> earlier = state.visit().tries().best().map(Tries.Kept::photo);
    earlier.ifPresent(
        photo ->
            photos.getChildren().add(card("accept-earlier", photo, Phrase.REVIEWING__EARLIER)));
    state
        .photo()
        .ifPresent(photo -> photos.getChildren().add(card("accept", photo, Phrase.REVIEWING__NEW)));
    VBox column = new VBox(wording.both("headline", Phrase.REVIEWING__WHICH), photos);
    VBox.setVgrow(photos, Priority.ALWAYS);
    column.getStyleClass().add("body");
    return column;
  }

  private Button card(String id, PhotoRef photo, Phrase name) {
    double width = wording.wide() ? 330 : 400;
    PictureBox box = new PictureBox(pictures.photo(photo), width, width * 4 / 3);
    boxes.add(box);
    VBox words =
        new VBox(
            wording.withIcon(Icon.TICK, 48, wording.both("rule", Phrase.REVIEWING__GOOD)),
            wording.both("action", name));
    words.getStyleClass().add("photo-words");
    Pane content = wording.wide() ? new HBox(box, words) : new VBox(box, words);
    content.getStyleClass().add("photo-card");
    return wording.button(
        id,
        content,
        "choice",
        () -> wording.told(new Event.PhotoAccepted(wording.number(), photo)));
  }

  @Override
  public Optional<Button> secondary() {
    return state.retakable(patience)
        ? Optional.of(
            wording.button(
                "retake", Phrase.REVIEWING__RETAKE, "secondary", Event.RetakeWanted::new))
        : Optional.empty();
  }

  @Override
  public void close() {
    boxes.forEach(PictureBox::forget);
  }
}
