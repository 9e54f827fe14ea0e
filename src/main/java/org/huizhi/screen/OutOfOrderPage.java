package org.huizhi.screen;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.huizhi.session.State;

/** The machine cannot serve: calmly why, where to go instead, and a code for staff. */
final class OutOfOrderPage implements Page {
  private final Wording wording;
  private final State.OutOfOrder state;

  OutOfOrderPage(Wording wording, State.OutOfOrder state) {
    this.wording = wording;
    this.state = state;
  }

  @Override
  public Node body() {
    Label code = new Label(state.trouble().code());
    code.getStyleClass().add("image-number");
    code.setId("code");
    VBox card = new VBox(wording.both("text", Phrase.OUT__CODE), code);
    card.getStyleClass().add("number-card");
    VBox body =
        new VBox(
            wording.both("headline", Phrase.OUT__TITLE),
            wording.both("title", Keys.of(state.trouble())),
            wording.withIcon(Icon.COUNTER, 72, wording.both("title", Phrase.OUT__WHERE)),
            card);
    body.setAlignment(Pos.CENTER_LEFT);
    body.getStyleClass().addAll("body", "spread");
    return body;
  }
}
