package org.huizhi.console;

import java.util.ArrayList;
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
import org.huizhi.record.StepTime;
import org.huizhi.screen.Sentences;

/** A day or a week in figures, with bars, and a table for a spreadsheet. */
final class ReportPage implements Part {
  private static final int BAR_PX = 64;

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
    saved.managedProperty().bind(saved.textProperty().isNotEmpty());
    ScrollPane scroll = Say.scroll(figures);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    node =
        new VBox(
            Say.wrapping(
                say.button("day", StaffPhrase.REPORT__DAY, "secondary", () -> look(1)),
                say.button("week", StaffPhrase.REPORT__WEEK, "secondary", () -> look(7)),
                say.button("csv", StaffPhrase.REPORT__SAVE, "secondary", this::save),
                say.button("pdf", StaffPhrase.REPORT__SAVE_PDF, "secondary", this::savePdf)),
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

  private void savePdf() {
    int span = days;
    String title = say.say(span == 1 ? StaffPhrase.REPORT__DAY : StaffPhrase.REPORT__WEEK);
    frame
        .errands()
        .ask(
            () ->
                frame
                    .desk()
                    .saveReport(frame.who(), span, title, tables(frame.desk().report(span))),
            file -> saved.setText(say.say(StaffPhrase.REPORT__SAVED, file)));
  }

  private void show(Report report) {
    List<Node> cards = new ArrayList<>();
    for (ReportTable table : tables(report)) {
      cards.add(Say.card(Say.text(table.title(), "title"), drawn(table)));
    }
    figures.getChildren().setAll(cards);
  }

  /** The second column of each is drawn as bars too. */
  private static GridPane drawn(ReportTable table) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("staff-table");
    double most =
        table.rows().stream().skip(1).mapToDouble(row -> number(row.get(1))).max().orElse(1);
    for (int i = 0; i < table.rows().size(); i++) {
      List<String> row = table.rows().get(i);
      String style = i == 0 ? "under" : "text";
      List<Node> cells = new ArrayList<>();
      row.forEach(text -> cells.add(cell(text, style)));
      cells.add(2, i == 0 ? new Label("") : bar(number(row.get(1)) / Math.max(1, most)));
      grid.addRow(i, cells.toArray(Node[]::new));
    }
    return grid;
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  private List<ReportTable> tables(Report report) {
    return List.of(
        new ReportTable(say.say(StaffPhrase.REPORT__DAYS), days(report)),
        new ReportTable(say.say(StaffPhrase.REPORT__RETAKES), rules(report)),
        new ReportTable(say.say(StaffPhrase.REPORT__STEPS), steps(report)));
  }

  private List<List<String>> days(Report report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "",
            say.say(StaffPhrase.REPORT__PHOTOS),
            say.say(StaffPhrase.REPORT__BY_STAFF),
            say.say(StaffPhrase.REPORT__REFUSED),
            say.say(StaffPhrase.REPORT__PRINTED),
            say.say(StaffPhrase.REPORT__NOT_PRINTED)));
    for (Report.Day day : report.days()) {
      DayCounts counts = day.counts();
      rows.add(
          List.of(
              day.date().toString(),
              Integer.toString(counts.cases()),
              Integer.toString(counts.decided()),
              Integer.toString(counts.refused()),
              Integer.toString(counts.printed()),
              Integer.toString(counts.failed() + counts.unknown())));
    }
    return rows;
  }

  private List<List<String>> rules(Report report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", say.say(StaffPhrase.REPORT__SHOTS)));
    report.retakes().entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(
            rule ->
                rows.add(
                    List.of(
                        say.quote(Sentences.ofRule(rule.getKey())) + " · " + rule.getKey(),
                        Integer.toString(rule.getValue()))));
    return rows;
  }

  /** In the order of a visit; what is no step of a visit is how long machines were down. */
  private List<List<String>> steps(Report report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "",
            say.say(StaffPhrase.REPORT__MEAN_SECONDS),
            say.say(StaffPhrase.REPORT__TIMES),
            say.say(StaffPhrase.REPORT__MINUTES)));
    for (String step : StaffKeys.steps()) {
      StepTime time = report.steps().getOrDefault(step, StepTime.NONE);
      if (!time.equals(StepTime.NONE)) {
        rows.add(
            List.of(
                say.say("state." + step),
                Long.toString(time.mean().toSeconds()),
                Long.toString(time.times()),
                Long.toString(time.all().toMinutes())));
      }
    }
    return rows;
  }

  private static Label cell(String text, String style) {
    Label cell = Say.text(text, style);
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
