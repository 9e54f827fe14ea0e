package org.huizhi.console;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
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
import org.huizhi.record.Submission;
import org.huizhi.record.SubmissionState;
import org.huizhi.screen.Sentences;

/** The photos that wait for a decision, the longest first; one of them large. */
final class ReviewPage implements Part {
  private static final PseudoClass ILL = PseudoClass.getPseudoClass("ill");

  private final Frame frame;
  private final Say say;
  private final InstantSource clock;
  private final ZoneId zone;
  private final VBox list = new VBox();
  private final ScrollPane scroll = Say.scroll(list);
  private final StackPane node = new StackPane(scroll);
  private final boolean wide;
  private Optional<Decision> open = Optional.empty();
  private Optional<Seen> shown = Optional.empty();

  ReviewPage(Frame frame, InstantSource clock, ZoneId zone, boolean wide) {
    this.zone = zone;
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
    frame
        .errands()
        .ask(() -> new Seen(frame.desk().waiting(), frame.desk().atCentre()), this::show);
  }

  private record Seen(List<Review> waiting, List<Submission> atCentre) {}

  private void show(Seen seen) {
    List<Review> waiting = seen.waiting();
    open.ifPresent(
        decision -> {
          if (waiting.stream().noneMatch(one -> one.id().equals(decision.review().id()))) {
            decision.gone();
          }
        });
    if (Optional.of(seen).equals(shown) && !list.getChildren().isEmpty()) {
      return;
    }
    shown = Optional.of(seen);
    List<Node> rows = new ArrayList<>();
    for (Review review : waiting) {
      rows.add(row(review));
    }
    if (rows.isEmpty()) {
      rows.add(say.text(StaffPhrase.REVIEW__NOBODY, "title"));
    }
    if (!seen.atCentre().isEmpty()) {
      rows.add(say.text(StaffPhrase.REVIEW__AT_CENTRE, "title"));
      seen.atCentre().forEach(one -> rows.add(row(one)));
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
            seconds % 60);
    List<String> more = new ArrayList<>();
    if (review.veto()) {
      more.add(say.say(StaffPhrase.REVIEW__VETO));
    }
    if (review.backBy().isPresent()) {
      more.add(say.say(StaffPhrase.REVIEW__COMES_BACK));
    }
    Button row =
        Say.choice(
            "review-" + review.id(),
            more.isEmpty() ? text : text + "\n" + String.join(" · ", more),
            () -> open(review));
    row.pseudoClassStateChanged(ILL, review.veto());
    return row;
  }

  /** Nothing can be decided here: the centre does that. */
  private Node row(Submission one) {
    VBox card =
        Say.card(
            Say.text(
                say.say(
                    StaffPhrase.REVIEW__AT_CENTRE_LINE,
                    one.machine(),
                    one.imageNumber(),
                    say.say(StaffKeys.of(one.state())),
                    HealthPage.TIME.format(one.endedAt().orElse(one.askedAt()).atZone(zone))),
                "text"));
    if (one.gates() && !one.state().ended()) {
      card.getChildren().add(say.text(StaffPhrase.REVIEW__GATES, "text"));
    }
    if (!one.trouble().isEmpty()) {
      card.getChildren()
          .add(Say.text(say.say(StaffKeys.ofCentreTrouble(one.trouble())), "text", "staff-ill"));
    }
    if (!one.reason().isEmpty()) {
      card.getChildren()
          .add(
              Say.text(
                  say.quote(Sentences.ofRule(one.reason())) + " · " + one.reason(),
                  "text",
                  "staff-ill"));
    }
    card.pseudoClassStateChanged(
        ILL, !one.trouble().isEmpty() || one.state() == SubmissionState.REFUSED);
    return card;
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
