package org.huizhi.console;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.huizhi.staff.Health;

/** How every machine of the hall says that it is, those in trouble first. */
final class MachinesPage implements Part {
  private static final PseudoClass ILL = PseudoClass.getPseudoClass("ill");

  /** Who was not heard of for so long is switched off or cut off. */
  private static final Duration SILENT = Duration.ofSeconds(30);

  private final Frame frame;
  private final Say say;
  private final InstantSource clock;
  private final ZoneId zone;
  private final VBox machines = new VBox();
  private final ScrollPane node = Say.scroll(machines);

  MachinesPage(Frame frame, InstantSource clock, ZoneId zone) {
    this.frame = frame;
    this.say = frame.say();
    this.clock = clock;
    this.zone = zone;
    machines.getStyleClass().add("staff-body");
    tick();
  }

  @Override
  public void tick() {
    frame.errands().ask(frame.desk()::machines, this::show);
  }

  private void show(List<Health> all) {
    List<Node> ill = new ArrayList<>();
    List<Node> well = new ArrayList<>();
    for (Health health : all) {
      boolean silent = Duration.between(health.at(), clock.instant()).compareTo(SILENT) > 0;
      (silent || !health.well() ? ill : well).add(card(health, silent));
    }
    machines.getChildren().setAll(ill);
    machines.getChildren().addAll(well);
    if (all.isEmpty()) {
      machines.getChildren().add(say.text(StaffPhrase.MACHINES__NONE, "title"));
    }
  }

  private Node card(Health health, boolean silent) {
    VBox card = Say.card(Say.text(say.say(StaffPhrase.MACHINES__NAME, health.machine()), "title"));
    card.setId("machine-" + health.machine());
    card.pseudoClassStateChanged(ILL, silent || !health.well());
    if (silent) {
      card.getChildren()
          .add(
              Say.text(
                  say.say(
                      StaffPhrase.MACHINES__SILENT,
                      HealthPage.TIME.format(health.at().atZone(zone))),
                  "text",
                  "staff-ill"));
    } else if (health.well()) {
      card.getChildren().add(say.text(StaffPhrase.HEALTH__WELL, "text", "staff-well"));
    }
    for (Health.Part part : health.parts()) {
      part.trouble()
          .ifPresent(
              trouble ->
                  card.getChildren()
                      .add(
                          Say.text(
                              say.say(StaffKeys.of(part.kind()))
                                  + " "
                                  + part.name()
                                  + " · "
                                  + say.any(trouble)
                                  + part.since()
                                      .map(
                                          since ->
                                              " · "
                                                  + say.say(
                                                      StaffPhrase.HEALTH__SINCE,
                                                      HealthPage.TIME.format(since.atZone(zone))))
                                      .orElse(""),
                              "text",
                              "staff-ill")));
    }
    card.getChildren().add(HealthPage.counts(say, health));
    return card;
  }

  @Override
  public Node node() {
    return node;
  }
}
