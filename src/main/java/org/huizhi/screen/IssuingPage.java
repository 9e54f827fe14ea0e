package org.huizhi.screen;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.huizhi.session.Event;
import org.huizhi.session.Patience;
import org.huizhi.session.Refusal;
import org.huizhi.session.SlipRef;
import org.huizhi.session.State;
import org.huizhi.session.State.Issuing.Paper;

/** The photo is stored and the slip comes out: what is shown is what has really happened. */
final class IssuingPage implements Page {
  private final Wording wording;
  private final State.Issuing state;
  private final PictureBox picture;
  private final boolean retakable;

  IssuingPage(Wording wording, State.Issuing state, Pictures pictures, Patience patience) {
    this.retakable = state.retakable(patience);
    this.wording = wording;
    this.state = state;
    double height = wording.wide() ? 560 : uprightHeight(state.paper());
    Optional<byte[]> slip = slip(state.paper()).flatMap(pictures::slip);
    this.picture =
        new PictureBox(
            slip.or(() -> pictures.photo(state.photo())), wording.wide() ? 560 : 968, height);
    picture.setId("slip");
  }

  /** Where more is said, the picture leaves more room. */
  private static double uprightHeight(Paper paper) {
    return switch (paper) {
      case Paper.Saving _, Paper.Printing _, Paper.Stuck _ -> 800;
      case Paper.Declined _ -> 640;
      case Paper.AtCentre _ -> 440;
    };
  }

  private static Optional<SlipRef> slip(Paper paper) {
    return switch (paper) {
      case Paper.Saving _, Paper.AtCentre _, Paper.Declined _ -> Optional.empty();
      case Paper.Printing printing -> Optional.of(printing.slip());
      case Paper.Stuck stuck -> Optional.of(stuck.slip());
    };
  }

  @Override
  public Node body() {
    VBox words =
        switch (state.paper()) {
          case Paper.Saving _ ->
              new VBox(wording.both("headline", Phrase.ISSUING__SAVING), new Waiting());
          case Paper.AtCentre at ->
              new VBox(
                  wording.both("headline", Phrase.ISSUING__CENTRE),
                  wording.withIcon(Icon.CLOCK, 64, wording.both("title", Keys.of(at.stage()))),
                  number(at.imageNumber()),
                  new Waiting());
          case Paper.Declined declined -> declined(declined);
          case Paper.Printing printing ->
              new VBox(
                  wording.both("headline", Phrase.ISSUING__PRINTING),
                  number(printing.imageNumber()),
                  new Waiting());
          case Paper.Stuck stuck ->
              new VBox(
                  wording.both("headline", Phrase.ISSUING__STUCK),
                  wording.withIcon(
                      Icon.ATTENTION, 64, wording.both("title", Keys.of(stuck.fault()))),
                  wording.withIcon(Icon.TICK, 64, wording.both("text", Phrase.ISSUING__SAVED)),
                  number(stuck.imageNumber()));
        };
    words.getStyleClass().add("question");
    if (wording.wide()) {
      StackPane held = new StackPane(picture);
      held.getStyleClass().add("held");
      HBox row = new HBox(held, words);
      HBox.setHgrow(words, Priority.ALWAYS);
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().addAll("body", "beside");
      return row;
    }
    VBox column = new VBox(words);
    if (!(state.paper() instanceof Paper.Stuck)) {
      StackPane place = new StackPane(picture);
      VBox.setVgrow(place, Priority.ALWAYS);
      column.getChildren().add(place);
    }
    column.getStyleClass().add("body");
    return column;
  }

  /** What is wrong and what mends it, or where to go when the centre does not say. */
  private VBox declined(Paper.Declined declined) {
    VBox words = new VBox(wording.both("headline", Phrase.ISSUING__DECLINED));
    declined
        .reason()
        .map(code -> wording.both("title", Keys.of(RuleGroup.of(code))))
        .ifPresent(reason -> words.getChildren().add(wording.withIcon(Icon.ATTENTION, 64, reason)));
    words
        .getChildren()
        .add(
            declined
                .remedy()
                .map(
                    advice ->
                        wording.withIcon(
                            AdvicePlate.icon(advice), 64, wording.both("title", Keys.of(advice))))
                .orElseGet(
                    () ->
                        wording.withIcon(
                            Icon.COUNTER,
                            64,
                            wording.both("title", Keys.of(Refusal.AT_THE_COUNTER)))));
    return words;
  }

  private Node number(String imageNumber) {
    return Numbers.shown(wording, imageNumber);
  }

  @Override
  public boolean take(State newer) {
    return newer instanceof State.Issuing issuing
        && slip(state.paper()).isPresent()
        && slip(state.paper()).equals(slip(issuing.paper()))
        && state.paper() instanceof Paper.Printing
        && issuing.paper() instanceof Paper.Printing;
  }

  @Override
  public Optional<Button> primary() {
    return switch (state.paper()) {
      case Paper.Stuck _ ->
          Optional.of(
              wording.button(
                  "print-again", Phrase.ISSUING__AGAIN, "primary", Event.PrintAgain::new));
      case Paper.Declined _ ->
          Optional.of(
              retakable
                  ? wording.button(
                      "retake", Phrase.REVIEWING__RETAKE, "primary", Event.RetakeWanted::new)
                  : wording.button("end", Phrase.LEAVE__END, "primary", Event.Left::new));
      case Paper.Saving _, Paper.Printing _, Paper.AtCentre _ -> Optional.empty();
    };
  }

  @Override
  public Optional<Button> secondary() {
    return switch (state.paper()) {
      case Paper.Stuck _ -> Optional.of(without(Phrase.ISSUING__WITHOUT));
      case Paper.AtCentre _ -> Optional.of(without(Phrase.ISSUING__LATER));
      case Paper.Saving _, Paper.Printing _, Paper.Declined _ -> Optional.empty();
    };
  }

  private Button without(Phrase phrase) {
    return wording.button("without-slip", phrase, "secondary", Event.WithoutSlip::new);
  }

  @Override
  public void close() {
    picture.forget();
  }
}
