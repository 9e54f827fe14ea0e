package org.huizhi.console;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.huizhi.check.HallPicture;
import org.huizhi.session.State;

/**
 * Takes a picture through the running camera while nobody is there, always with a reason, and shows
 * it for a moment.
 */
final class TestShotCard {
  private static final int SHOWN_SECONDS = 20;

  private final Frame frame;
  private final Post post;
  private final VBox picture = new VBox();
  private final VBox node;
  private Optional<Marked> shown = Optional.empty();
  private int left;

  TestShotCard(Frame frame, Post post) {
    this.frame = frame;
    this.post = post;
    picture.getStyleClass().add("staff-column");
    FlowPane buttons =
        new FlowPane(
            frame.say().button("test-shot", StaffPhrase.SHOT__TAKE, "secondary", this::askWhy));
    buttons.getStyleClass().add("staff-buttons");
    node =
        Say.card(
            frame.say().text(StaffPhrase.SHOT__TITLE, "title"),
            frame.say().text(StaffPhrase.SHOT__HOW, "text"),
            picture,
            buttons);
    node.setId("shot");
  }

  private void askWhy() {
    Map<Why, String> reasons = new EnumMap<>(Why.class);
    for (Why why : new Why[] {Why.TEST, Why.MACHINE_FAULT}) {
      reasons.put(why, frame.say().say(StaffKeys.of(why)));
    }
    frame.askWhy(
        StaffPhrase.SHOT__WHY,
        reasons,
        why ->
            frame
                .errands()
                .ask(
                    () -> post.testShot(frame.who(), why.name()),
                    taken -> {
                      frame.done(taken.isPresent());
                      taken.ifPresent(this::show);
                    }));
  }

  private void show(TestPicture taken) {
    forget();
    if (nobodyThere()) {
      Marked large = new Marked(Optional.of(taken.jpeg()), List.of(), 800, 450);
      shown = Optional.of(large);
      left = SHOWN_SECONDS;
      picture.getChildren().setAll(large, Say.text(facts(taken.facts()), "text", "staff-facts"));
    }
    Arrays.fill(taken.jpeg(), (byte) 0);
  }

  private String facts(HallPicture facts) {
    return frame
        .say()
        .say(
            StaffPhrase.SHOT__FACTS,
            facts.widthPx(),
            facts.heightPx(),
            String.format(Locale.ROOT, "%.0f", 100 * facts.brightness()),
            facts
                .sharpness()
                .map(sharp -> String.format(Locale.ROOT, "%.0f", 100 * sharp))
                .orElse("–"));
  }

  private boolean nobodyThere() {
    return post.now().state() instanceof State.Welcome;
  }

  /** A second has passed: whoever comes is not seen. */
  void tick() {
    if (shown.isPresent() && (--left <= 0 || !nobodyThere())) {
      forget();
    }
  }

  void forget() {
    shown.ifPresent(Marked::forget);
    shown = Optional.empty();
    picture.getChildren().clear();
  }

  VBox node() {
    return node;
  }
}
