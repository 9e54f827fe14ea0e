package org.huizhi.screen;

import java.util.List;
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
import org.huizhi.session.State;

/** A person helps: what they are asked about stays on the screen for them. */
final class StaffPage implements Page {
  private final Wording wording;
  private final Optional<PictureBox> picture;
  private final boolean tryAgain;
  private final boolean mayComeBack;
  private final Node body;

  StaffPage(Wording wording, State.WaitingForStaff state, Pictures pictures, Patience patience) {
    this.wording = wording;
    this.tryAgain =
        state.answer() instanceof State.WaitingForStaff.Answer.NotYet || state.retakable(patience);
    this.mayComeBack = state.mayComeBack();
    double height = wording.wide() ? 480 : 600;
    this.picture =
        state
            .review()
            .map(
                question ->
                    PictureBox.filled(
                        question
                            .photo()
                            .flatMap(pictures::photo)
                            .or(() -> pictures.shot(question.shot())),
                        height * 3 / 4,
                        height));
    VBox words = new VBox();
    words.getStyleClass().add("question");
    words.getChildren().addAll(sentences(state));
    this.body = wording.wide() ? beside(state, words) : under(state, words);
  }

  private List<Node> sentences(State.WaitingForStaff state) {
    return switch (state.answer()) {
      case State.WaitingForStaff.Answer.Refused refused ->
          List.of(
              wording.both("headline", Phrase.STAFF__REFUSED),
              wording.withIcon(Icon.ATTENTION, 72, wording.both("title", Keys.of(refused.why()))));
      case State.WaitingForStaff.Answer.NotYet line ->
          state.review().isPresent()
              ? List.of(
                  wording.both("headline", Phrase.STAFF__ASKED),
                  wording.withIcon(
                      Icon.CLOCK,
                      72,
                      line.place() > 0
                          ? wording.both("title", Phrase.STAFF__PLACE, line.place())
                          : wording.both("title", Phrase.STAFF__PHOTO)))
              : List.of(
                  wording.both("headline", Phrase.STAFF__TITLE),
                  wording.withIcon(Icon.COUNTER, 72, wording.both("title", Phrase.STAFF__WHERE)));
    };
  }

  private Node under(State.WaitingForStaff state, VBox words) {
    VBox column = new VBox(words);
    column.getStyleClass().add("body");
    show(state)
        .ifPresentOrElse(
            column.getChildren()::add, () -> column.getChildren().add(new StackPane()));
    return column;
  }

  private Node beside(State.WaitingForStaff state, VBox words) {
    HBox row = new HBox();
    show(state).ifPresent(row.getChildren()::add);
    row.getChildren().add(words);
    HBox.setHgrow(words, Priority.ALWAYS);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().addAll("body", "beside");
    return row;
  }

  private Optional<Node> show(State.WaitingForStaff state) {
    return picture.flatMap(
        box ->
            state
                .review()
                .map(
                    question -> {
                      HBox result = new HBox(box, new RuleList(wording, question.verdict(), 1));
                      result.getStyleClass().add("result");
                      return result;
                    }));
  }

  @Override
  public Node body() {
    return body;
  }

  @Override
  public Optional<Button> primary() {
    return Optional.of(
        tryAgain
            ? wording.button("try-again", Phrase.STAFF__TRY_AGAIN, "primary", Event.Back::new)
            : wording.button("end", Phrase.LEAVE__END, "primary", Event.Left::new));
  }

  @Override
  public Optional<Button> secondary() {
    return mayComeBack
        ? Optional.of(
            wording.button("later", Phrase.STAFF__LATER, "secondary", Event.LaterWanted::new))
        : Optional.empty();
  }

  @Override
  public void close() {
    picture.ifPresent(PictureBox::forget);
  }
}
