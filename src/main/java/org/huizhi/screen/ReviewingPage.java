package org.huizhi.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.huizhi.check.Finding;
import org.huizhi.check.Verdict;
import org.huizhi.session.Event;
import org.huizhi.session.Patience;
import org.huizhi.session.PhotoRef;
import org.huizhi.session.State;
import org.huizhi.session.Tries;

/** The photo as it will be stored, beside the rules it was held to. */
final class ReviewingPage implements Page {
  /** More than two things at once nobody keeps in mind on the way back to the camera. */
  private static final int MOST_ADVICE = 2;

  private static final double CLUE_PX = 180;

  private final Wording wording;
  private final State.Reviewing state;
  private final Patience patience;
  private final Optional<byte[]> shot;
  private final PictureBox picture;
  private final List<PictureBox> clues = new ArrayList<>();

  /** The photo with its rules; two photos to choose from where there is another good one. */
  static Page of(Wording wording, State.Reviewing state, Pictures pictures, Patience patience) {
    return state.acceptable() && state.visit().tries().best().isPresent()
        ? new TwoPhotosPage(wording, state, pictures, patience)
        : new ReviewingPage(wording, state, pictures, patience);
  }

  private ReviewingPage(
      Wording wording, State.Reviewing state, Pictures pictures, Patience patience) {
    this.wording = wording;
    this.state = state;
    this.patience = patience;
    this.shot = pictures.shot(state.shot());
    double height = wording.wide() ? 600 : state.acceptable() ? 780 : 600;
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
    VBox title = wording.both("headline", title());
    VBox advice = advice();
    boolean under = wording.wide() && state.acceptable();
    RuleList rules = new RuleList(wording, state.verdict(), under ? 3 : 1);
    HBox.setHgrow(rules, Priority.ALWAYS);
    HBox result = new HBox(picture);
    (under ? advice : result).getChildren().add(rules);
    result.getStyleClass().add("result");
    if (!wording.wide()) {
      VBox column = new VBox(title, result, advice);
      column.getStyleClass().add("body");
      return column;
    }
    VBox column = new VBox(title, advice);
    column.getStyleClass().add("question");
    HBox.setHgrow(column, Priority.ALWAYS);
    HBox row = new HBox(result, column);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().addAll("body", "beside");
    return row;
  }

  private Phrase title() {
    return switch (state.verdict().decision()) {
      case PASS -> state.photo().isPresent() ? Phrase.REVIEWING__GOOD : Phrase.REVIEWING__BAD;
      case FAIL -> Phrase.REVIEWING__BAD;
      case UNSURE -> Phrase.REVIEWING__UNSURE;
    };
  }

  /** For each thing to mend the place that shows it, and one sentence. */
  private VBox advice() {
    VBox box = new VBox();
    box.getStyleClass().add("mend");
    box.setId("mend");
    if (state.verdict().decision() == Verdict.Decision.PASS) {
      return box;
    }
    List<Finding.Missed> mend = RuleList.mend(state.verdict());
    for (Finding.Missed one : mend.subList(0, Math.min(MOST_ADVICE, mend.size()))) {
      box.getChildren().add(mended(one));
    }
    if (mend.isEmpty()) {
      box.getChildren()
          .add(
              wording.withIcon(Icon.UNSURE, 72, wording.both("title", Phrase.REVIEWING__NOT_SURE)));
    }
    if (!state.retakable(patience)) {
      box.getChildren()
          .add(wording.withIcon(Icon.COUNTER, 72, wording.both("text", Phrase.REVIEWING__NO_MORE)));
    } else if (earlier().isPresent()) {
      Button appeal = appeal("secondary");
      appeal.setMaxWidth(Double.MAX_VALUE);
      box.getChildren().add(appeal);
    }
    return box;
  }

  private HBox mended(Finding.Missed missed) {
    HBox row =
        wording.withIcon(
            AdvicePlate.icon(missed.advice()), 72, wording.both("title", Keys.of(missed.advice())));
    PictureBox.clue(shot, missed.place(), CLUE_PX)
        .ifPresent(
            clue -> {
              clues.add(clue);
              row.getChildren().addFirst(clue);
            });
    return row;
  }

  private Optional<PhotoRef> earlier() {
    return state.visit().tries().best().map(Tries.Kept::photo);
  }

  @Override
  public Optional<Button> primary() {
    if (state.acceptable()) {
      return state
          .photo()
          .map(
              photo ->
                  wording.button(
                      "accept",
                      Phrase.REVIEWING__ACCEPT,
                      "primary",
                      number -> new Event.PhotoAccepted(number, photo)));
    }
    return Optional.of(state.retakable(patience) ? retake("primary") : appeal("primary"));
  }

  @Override
  public Optional<Button> secondary() {
    if (state.acceptable()) {
      return state.retakable(patience) ? Optional.of(retake("secondary")) : Optional.empty();
    }
    return earlier()
        .map(
            photo ->
                wording.button(
                    "accept-earlier",
                    Phrase.REVIEWING__USE_EARLIER,
                    "secondary",
                    number -> new Event.PhotoAccepted(number, photo)))
        .or(() -> state.retakable(patience) ? Optional.of(appeal("secondary")) : Optional.empty());
  }

  private Button retake(String style) {
    return wording.button("retake", Phrase.REVIEWING__RETAKE, style, Event.RetakeWanted::new);
  }

  private Button appeal(String style) {
    return wording.button("staff", Phrase.REVIEWING__STAFF, style, Event.StaffCalled::new);
  }

  @Override
  public void close() {
    picture.forget();
    clues.forEach(PictureBox::forget);
  }
}
