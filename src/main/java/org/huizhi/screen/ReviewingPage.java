package org.huizhi.screen;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.huizhi.check.Advice;
import org.huizhi.check.Verdict;
import org.huizhi.session.Event;
import org.huizhi.session.State;

/** The photo as it will be stored, beside the rules it was held to. */
final class ReviewingPage implements Page {
  /** More than two things at once nobody keeps in mind on the way back to the camera. */
  private static final int MOST_ADVICE = 2;

  private final Wording wording;
  private final State.Reviewing state;
  private final PictureBox picture;

  ReviewingPage(Wording wording, State.Reviewing state, Pictures pictures) {
    this.wording = wording;
    this.state = state;
    double height = wording.wide() ? 600 : 780;
    this.picture =
        state
            .photo()
            .map(photo -> new PictureBox(pictures.photo(photo), height * 3 / 4, height))
            .orElseGet(
                () -> PictureBox.filled(pictures.shot(state.shot()), height * 3 / 4, height));
    picture.setId("photo");
  }

  @Override
  public Node body() {
    RuleList rules = new RuleList(wording, state.verdict());
    HBox.setHgrow(rules, Priority.ALWAYS);
    HBox result = new HBox(picture, rules);
    result.getStyleClass().add("result");
    VBox advice = advice();
    if (wording.wide()) {
      VBox column = new VBox(wording.both("headline", title()), advice);
      column.getStyleClass().add("question");
      HBox.setHgrow(column, Priority.ALWAYS);
      HBox row = new HBox(result, column);
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().addAll("body", "beside");
      return row;
    }
    VBox column = new VBox(wording.both("headline", title()), result, advice);
    column.getStyleClass().add("body");
    return column;
  }

  private Phrase title() {
    return switch (state.verdict().decision()) {
      case PASS -> state.photo().isPresent() ? Phrase.REVIEWING__GOOD : Phrase.REVIEWING__BAD;
      case FAIL -> Phrase.REVIEWING__BAD;
      case UNSURE -> Phrase.REVIEWING__UNSURE;
    };
  }

  /** One sentence for each thing to mend. */
  private VBox advice() {
    VBox box = new VBox();
    box.getStyleClass().add("mend");
    box.setId("mend");
    if (state.verdict().decision() == Verdict.Decision.PASS) {
      return box;
    }
    List<Advice> mend = RuleList.mend(state.verdict());
    for (Advice one : mend.subList(0, Math.min(MOST_ADVICE, mend.size()))) {
      box.getChildren()
          .add(wording.withIcon(AdvicePlate.icon(one), 72, wording.both("title", Keys.of(one))));
    }
    if (mend.isEmpty()) {
      box.getChildren()
          .add(
              wording.withIcon(Icon.UNSURE, 72, wording.both("title", Phrase.REVIEWING__NOT_SURE)));
    }
    return box;
  }

  @Override
  public Optional<Button> primary() {
    return Optional.of(
        state.acceptable()
            ? wording.button(
                "accept", Phrase.REVIEWING__ACCEPT, "primary", Event.PhotoAccepted::new)
            : wording.button(
                "retake", Phrase.REVIEWING__RETAKE, "primary", Event.RetakeWanted::new));
  }

  @Override
  public Optional<Button> secondary() {
    return Optional.of(
        state.acceptable()
            ? wording.button(
                "retake", Phrase.REVIEWING__RETAKE, "secondary", Event.RetakeWanted::new)
            : wording.button(
                "staff", Phrase.REVIEWING__STAFF, "secondary", Event.StaffCalled::new));
  }

  @Override
  public void close() {
    picture.forget();
  }
}
