package org.huizhi.console;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.huizhi.record.DayCounts;
import org.huizhi.record.Report;
import org.huizhi.screen.Sentences;

/** A day or a week in figures, with bars, and a table for a spreadsheet. */
final class ReportPage implements Part {
  private static final int BAR_PX = 160;

  private final Frame frame;
  private final Say say;
  private final VBox figures = new VBox();
  private final Label saved = Say.text("", "text");
  private final VBox node;
  private int days = 7;

  ReportPage(Frame frame) {
    this.frame = frame;
    this.say = frame.say();
    figures.getStyleClass().add("staff-column");
    saved.setId("saved");
    ScrollPane scroll = Say.scroll(figures);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    node =
        new VBox(
            Say.row(
                say.button("day", StaffPhrase.REPORT__DAY, "secondary", () -> look(1)),
                say.button("week", StaffPhrase.REPORT__WEEK, "secondary", () -> look(7)),
                say.button("csv", StaffPhrase.REPORT__SAVE, "secondary", this::save)),
            saved,
            scroll);
    node.getStyleClass().add("staff-body");
    look(days);
  }

  private void look(int span) {
    days = span;
    frame.errands().ask(() -> frame.desk().report(span), this::show);
  }

  private void save() {
    int span = days;
    frame
        .errands()
        .ask(
            () -> frame.desk().saveReport(frame.who(), span),
            file -> saved.setText(say.say(StaffPhrase.REPORT__SAVED, file)));
  }

  private void show(Report report) {
    GridPane table = new GridPane();
    table.getStyleClass().add("staff-table");
    int most =
        Math.max(1, report.days().stream().mapToInt(day -> day.counts().cases()).max().orElse(1));
    table.addRow(
        0,
        new Label(""),
        head(StaffPhrase.REPORT__PHOTOS),
        new Label(""),
        head(StaffPhrase.REPORT__BY_STAFF),
        head(StaffPhrase.REPORT__REFUSED),
        head(StaffPhrase.REPORT__PRINTED),
        head(StaffPhrase.REPORT__NOT_PRINTED));
    for (Report.Day day : report.days()) {
      DayCounts counts = day.counts();
      table.addRow(
          table.getRowCount(),
          cell(day.date().toString()),
          cell(Integer.toString(counts.cases())),
          bar((double) counts.cases() / most),
          cell(Integer.toString(counts.decided())),
          cell(Integer.toString(counts.refused())),
          cell(Integer.toString(counts.printed())),
          cell(Integer.toString(counts.failed() + counts.unknown())));
    }
    GridPane rules = new GridPane();
    rules.getStyleClass().add("staff-table");
    List<Map.Entry<String, Integer>> worst =
        report.retakes().entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .toList();
    int worstCount = worst.isEmpty() ? 1 : worst.getFirst().getValue();
    for (Map.Entry<String, Integer> rule : worst) {
      rules.addRow(
          rules.getRowCount(),
          cell(say.quote(Sentences.ofRule(rule.getKey())) + " · " + rule.getKey()),
          cell(Integer.toString(rule.getValue())),
          bar((double) rule.getValue() / worstCount));
    }
    figures
        .getChildren()
        .setAll(Say.card(table), Say.card(say.text(StaffPhrase.REPORT__RETAKES, "title"), rules));
  }

  private Label head(StaffPhrase phrase) {
    Label head = say.text(phrase, "under");
    head.setMinWidth(Region.USE_PREF_SIZE);
    return head;
  }

  private static Label cell(String text) {
    Label cell = Say.text(text, "text");
    cell.setMinWidth(Region.USE_PREF_SIZE);
    return cell;
  }

  private static Node bar(double share) {
    Region bar = new Region();
    bar.setMinSize(share * BAR_PX, 24);
    bar.setMaxSize(share * BAR_PX, 24);
    bar.getStyleClass().add("staff-bar");
    return bar;
  }

  @Override
  public Node node() {
    return node;
  }
}
