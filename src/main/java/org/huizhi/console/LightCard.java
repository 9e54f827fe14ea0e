package org.huizhi.console;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import org.huizhi.record.LightCheck;

/** How the hall's light falls, and how that drifts from check to check. */
final class LightCard {
  private static final double WIDTH = 900;
  private static final double HEIGHT = 140;

  /** Half the chart's height is a difference of two fifths. */
  private static final double MOST = 400;

  private LightCard() {}

  static VBox of(Say say, List<LightCheck> checks, Button check, ZoneId zone) {
    VBox card =
        Say.card(
            say.text(StaffPhrase.LIGHT__TITLE, "title"), say.text(StaffPhrase.LIGHT__HOW, "text"));
    card.setId("light");
    if (!checks.isEmpty()) {
      LightCheck last = checks.getLast();
      card.getChildren()
          .add(
              Say.text(
                  say.say(
                      StaffPhrase.LIGHT__LAST,
                      HealthPage.TIME.format(last.at().atZone(zone)),
                      percent(last.leftRight()),
                      percent(last.topBottom()),
                      percent(last.red()),
                      percent(last.blue()),
                      percent(last.brightness()).substring(1)),
                  "text"));
    }
    if (checks.size() > 1) {
      card.getChildren().addAll(chart(checks), say.text(StaffPhrase.LIGHT__CHART, "under"));
    }
    FlowPane buttons = new FlowPane(check);
    buttons.getStyleClass().add("staff-buttons");
    card.getChildren().add(buttons);
    return card;
  }

  private static String percent(int thousandths) {
    return String.format(Locale.ROOT, "%+.0f", thousandths / 10.0);
  }

  /** Left against right as a line, above against below dashed, around where both are even. */
  private static Node chart(List<LightCheck> checks) {
    Line even = new Line(0, HEIGHT / 2, WIDTH, HEIGHT / 2);
    even.getStyleClass().add("staff-even");
    Polyline across = drawn(checks, LightCheck::leftRight);
    Polyline down = drawn(checks, LightCheck::topBottom);
    down.getStrokeDashArray().addAll(12.0, 8.0);
    Pane pane = new Pane(even, across, down);
    pane.setMinSize(WIDTH, HEIGHT);
    pane.setMaxSize(WIDTH, HEIGHT);
    return pane;
  }

  private static Polyline drawn(List<LightCheck> checks, ToIntFunction<LightCheck> of) {
    double from = checks.getFirst().at().toEpochMilli();
    double span = Math.max(1, checks.getLast().at().toEpochMilli() - from);
    Polyline line = new Polyline();
    for (LightCheck check : checks) {
      double share = Math.clamp(of.applyAsInt(check) / MOST, -1, 1);
      line.getPoints().add((check.at().toEpochMilli() - from) / span * WIDTH);
      line.getPoints().add(HEIGHT / 2 * (1 - share));
    }
    line.getStyleClass().add("staff-drift");
    return line;
  }
}
