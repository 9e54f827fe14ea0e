package org.huizhi.console;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.huizhi.record.LightCheck;
import org.huizhi.record.PrintJob;
import org.huizhi.screen.Words;
import org.huizhi.staff.Health;

/** How this machine is: each part, since when it is in trouble, what that means, what mends it. */
final class HealthPage implements Part {
  private static final PseudoClass ILL = PseudoClass.getPseudoClass("ill");
  static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
  private static final int EVERY = 5;

  private final Frame frame;
  private final Say say;
  private final Post post;
  private final ZoneId zone;
  private final VBox parts = new VBox();
  private final TestShotCard shot;
  private final ScrollPane node = Say.scroll(parts);
  private int ticks;

  private record Seen(Health health, List<PrintJob> tasks, List<LightCheck> lights) {}

  HealthPage(Frame frame, Post post, ZoneId zone) {
    this.frame = frame;
    this.say = frame.say();
    this.post = post;
    this.zone = zone;
    this.shot = new TestShotCard(frame, post);
    parts.getStyleClass().add("staff-body");
    look();
  }

  private void look() {
    frame
        .errands()
        .ask(() -> new Seen(post.health(), post.tasks(), post.lightChecks()), this::show);
  }

  private void show(Seen seen) {
    List<Node> cards = new ArrayList<>();
    seen.tasks().forEach(task -> cards.add(task(task)));
    seen.health().parts().stream()
        .sorted(Comparator.comparing(Health.Part::well))
        .forEach(part -> cards.add(part(part)));
    cards.add(shot.node());
    cards.add(
        LightCard.of(
            say,
            seen.lights(),
            mend("check-light", StaffPhrase.LIGHT__CHECK, () -> post.checkLight(frame.who())),
            zone));
    cards.add(Say.card(say.text(StaffPhrase.HEALTH__TODAY, "title"), counts(say, seen.health())));
    parts.getChildren().setAll(cards);
  }

  static Node counts(Say say, Health health) {
    return Say.text(
        new TreeMap<>(health.counts())
            .entrySet().stream()
                .map(count -> say.say(StaffKeys.of(count.getKey()), count.getValue()))
                .collect(Collectors.joining(" · ")),
        "text");
  }

  private Node task(PrintJob task) {
    FlowPane buttons =
        new FlowPane(
            mend(
                "came-out-" + task.imageNumber(),
                StaffPhrase.HEALTH__CAME_OUT,
                () -> settle(task, true)),
            mend(
                "lost-" + task.imageNumber(), StaffPhrase.HEALTH__LOST, () -> settle(task, false)));
    buttons.getStyleClass().add("staff-buttons");
    VBox card =
        Say.card(Say.text(say.say(StaffPhrase.HEALTH__TASK, task.imageNumber()), "title"), buttons);
    card.pseudoClassStateChanged(ILL, true);
    return card;
  }

  private boolean settle(PrintJob task, boolean cameOut) {
    post.settle(frame.who(), task, cameOut);
    return true;
  }

  private Node part(Health.Part part) {
    VBox card =
        Say.card(
            Say.text(
                say.say(StaffKeys.of(part.kind()))
                    + (part.name().isEmpty() ? "" : " · " + part.name()),
                "title"));
    card.setId("part-" + Words.kebab(part.kind()));
    card.pseudoClassStateChanged(ILL, !part.well());
    part.trouble()
        .ifPresentOrElse(
            trouble -> {
              card.getChildren().add(Say.text(say.any(trouble), "text", "staff-ill"));
              part.since()
                  .ifPresent(
                      since ->
                          card.getChildren()
                              .add(
                                  Say.text(
                                      say.say(
                                          StaffPhrase.HEALTH__SINCE,
                                          TIME.format(since.atZone(zone))),
                                      "text")));
              card.getChildren().add(Say.text(say.say(StaffKeys.meaning(part.kind())), "text"));
            },
            () -> card.getChildren().add(say.text(StaffPhrase.HEALTH__WELL, "text", "staff-well")));
    if (!part.facts().isEmpty()) {
      card.getChildren().add(facts(part.facts()));
    }
    FlowPane buttons = buttons(part);
    if (!buttons.getChildren().isEmpty()) {
      card.getChildren().add(buttons);
    }
    return card;
  }

  private Node facts(Map<Health.Fact, String> facts) {
    return Say.text(
        new TreeMap<>(facts)
            .entrySet().stream()
                .map(fact -> say.say(StaffKeys.of(fact.getKey()), fact.getValue()))
                .collect(Collectors.joining(" · ")),
        "text");
  }

  private FlowPane buttons(Health.Part part) {
    FlowPane buttons = new FlowPane();
    buttons.getStyleClass().add("staff-buttons");
    if (part.kind() == Health.Kind.PRINTER) {
      String name = part.name();
      if (part.facts().containsKey(Health.Fact.SHEETS_FULL)) {
        buttons
            .getChildren()
            .add(mend("filled-" + name, StaffPhrase.HEALTH__FILLED, () -> filled(name)));
      }
      buttons
          .getChildren()
          .addAll(
              mend(
                  "resume-" + name,
                  StaffPhrase.HEALTH__RESUME,
                  () -> post.resume(frame.who(), name)),
              mend(
                  "test-print-" + name,
                  StaffPhrase.HEALTH__TEST_PRINT,
                  () -> post.testPrint(frame.who(), name)));
    }
    if (part.kind() == Health.Kind.CENTRE && !part.well()) {
      buttons
          .getChildren()
          .add(mend("ask-centre", StaffPhrase.HEALTH__ASK_CENTRE, () -> askedCentre()));
    }
    if (part.kind() == Health.Kind.MODELS) {
      buttons
          .getChildren()
          .add(
              mend(
                  "test-sound", StaffPhrase.HEALTH__TEST_SOUND, () -> post.testSound(frame.who())));
    }
    return buttons;
  }

  private boolean askedCentre() {
    post.askCentre(frame.who());
    return true;
  }

  private boolean filled(String printer) {
    post.filled(frame.who(), printer);
    return true;
  }

  private Button mend(String id, StaffPhrase phrase, Supplier<Boolean> deed) {
    return say.button(
        id,
        phrase,
        "secondary",
        () ->
            frame
                .errands()
                .ask(
                    deed,
                    done -> {
                      frame.done(done);
                      look();
                    }));
  }

  @Override
  public void tick() {
    shot.tick();
    if (++ticks % EVERY == 0) {
      look();
    }
  }

  @Override
  public void close() {
    shot.forget();
  }

  @Override
  public Node node() {
    return node;
  }
}
