package org.huizhi.screen;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.huizhi.session.State;

/** The way that lies ahead, with the step where the person is. */
final class Steps {
  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
  private static final List<Phrase> STEPS =
      List.of(
          Phrase.STEPS__CHOOSE,
          Phrase.STEPS__DETAILS,
          Phrase.STEPS__PHOTO,
          Phrase.STEPS__CONFIRM,
          Phrase.STEPS__PRINT);

  private Steps() {}

  /** The step of a state, from 0; negative where there is no way to show. */
  static int of(State state) {
    return switch (state) {
      case State.Welcome _, State.Expecting _, State.Returning _, State.Ticketing _ -> -1;
      case State.Consent _, State.OutOfOrder _ -> -1;
      case State.Choosing _ -> 0;
      case State.Identifying _, State.Guardian _ -> 1;
      case State.Preparing _, State.Framing _, State.Shooting _, State.Making _ -> 2;
      case State.Reviewing _ -> 3;
      case State.WaitingForStaff waiting -> waiting.review().isPresent() ? 3 : 2;
      case State.Issuing _, State.Farewell _ -> 4;
    };
  }

  static HBox row(Wording wording, int now) {
    HBox row = new HBox();
    row.getStyleClass().add("steps");
    for (int i = 0; i < STEPS.size(); i++) {
      Region mark = new Region();
      mark.getStyleClass().add("step-mark");
      Label name = Fonts.byScript(new Label(wording.say(STEPS.get(i))));
      name.getStyleClass().add("step-name");
      VBox step = new VBox(mark, name);
      step.getStyleClass().add("step");
      step.setAlignment(Pos.CENTER);
      for (Region part : List.of(mark, name)) {
        part.pseudoClassStateChanged(NOW, i == now);
        part.pseudoClassStateChanged(DONE, i < now);
      }
      HBox.setHgrow(step, Priority.ALWAYS);
      step.setMaxWidth(Double.MAX_VALUE);
      row.getChildren().add(step);
    }
    return row;
  }
}
