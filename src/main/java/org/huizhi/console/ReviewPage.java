package org.huizhi.console;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.huizhi.record.Review;

/** The photos that wait for a decision, the longest first; one of them large. */
final class ReviewPage implements Part {
  private static final PseudoClass ILL = PseudoClass.getPseudoClass("ill");

  private final Frame frame;
  private final Say say;
  private final InstantSource clock;
  private final VBox list = new VBox();
  private final ScrollPane scroll = Say.scroll(list);
  private final StackPane node = new StackPane(scroll);
  private final boolean wide;
  private Optional<Decision> open = Optional.empty();
  private List<Review> shown = List.of();

  ReviewPage(Frame frame, InstantSource clock, boolean wide) {
    this.frame = frame;
    this.say = frame.say();
    this.clock = clock;
    this.wide = wide;
    list.getStyleClass().add("staff-body");
    node.setAlignment(Pos.TOP_LEFT);
    tick();
  }

  @Override
  public void tick() {
    frame.errands().ask(frame.desk()::waiting, this::show);
  }

  private void show(List<Review> waiting) {
    open.ifPresent(
        decision -> {
          if (waiting.stream().noneMatch(one -> one.id().equals(decision.review().id()))) {
            decision.gone();
          }
        });
    if (waiting.equals(shown) && !list.getChildren().isEmpty()) {
      return;
    }
    shown = List.copyOf(waiting);
    List<Node> rows = new ArrayList<>();
    for (Review review : waiting) {
      rows.add(row(review));
    }
    if (rows.isEmpty()) {
      rows.add(say.text(StaffPhrase.REVIEW__NOBODY, "title"));
    }
    list.getChildren().setAll(rows);
  }

  private Node row(Review review) {
    long seconds = Math.max(0, Duration.between(review.askedAt(), clock.instant()).toSeconds());
    String text =
        say.say(
                StaffPhrase.REVIEW__WAITS,
                review.machine(),
                frame.desk().title(review.spec(), say.language()),
                seconds / 60,
                seconds % 60)
            + (review.veto() ? " · " + say.say(StaffPhrase.REVIEW__VETO) : "");
    Button row = Say.choice("review-" + review.id(), text, () -> open(review));
    row.pseudoClassStateChanged(ILL, review.veto());
    return row;
  }

  private void open(Review review) {
    frame
        .errands()
        .ask(
            () -> frame.desk().pictures(review),
            pictures -> {
              Decision decision = new Decision(frame, review, pictures, wide, this::closeDecision);
              open = Optional.of(decision);
              node.getChildren().setAll(decision.node());
            });
  }

  private void closeDecision() {
    open.ifPresent(Decision::close);
    open = Optional.empty();
    node.getChildren().setAll(scroll);
    tick();
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void close() {
    open.ifPresent(Decision::close);
  }
}
