package org.huizhi.screen;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.huizhi.session.State;

/** The photo is being cut and checked: the shot stands still, so that nothing seems lost. */
final class MakingPage implements Page {
  private final PictureBox shot;
  private final Node body;

  MakingPage(Wording wording, State.Making making, Pictures pictures) {
    double height = wording.wide() ? 420 : 960;
    shot = PictureBox.filled(pictures.shot(making.shot()), height * 3 / 4, height);
    VBox words =
        new VBox(
            wording.both("headline", Phrase.MAKING__TITLE),
            wording.both("text", Phrase.MAKING__WAIT));
    words.setAlignment(Pos.CENTER);
    words.getStyleClass().add("centred");
    VBox column = new VBox(words, new StackPane(shot), new Waiting());
    column.setAlignment(Pos.CENTER);
    column.getStyleClass().addAll("body", "spread");
    body = column;
  }

  @Override
  public Node body() {
    return body;
  }

  @Override
  public void close() {
    shot.forget();
  }
}
