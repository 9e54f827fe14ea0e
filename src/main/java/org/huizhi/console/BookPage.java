package org.huizhi.console;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.huizhi.storage.Audit;

/** Who did what, when and why; and whether the book is whole. */
final class BookPage implements Part {
  private static final double WHAT_PX = 400;

  private final Frame frame;
  private final Say say;
  private final ZoneId zone;
  private final TextField wanted = new TextField();
  private final GridPane table = new GridPane();
  private final Label whole = Say.text("", "text");
  private final VBox node;

  BookPage(Frame frame, ZoneId zone) {
    this.frame = frame;
    this.say = frame.say();
    this.zone = zone;
    wanted.setId("wanted");
    wanted.setPromptText(say.say(StaffPhrase.BOOK__WANTED));
    wanted.getStyleClass().add("staff-field");
    wanted.setOnAction(_ -> look());
    HBox.setHgrow(wanted, Priority.ALWAYS);
    whole.setId("whole");
    table.getStyleClass().add("staff-table");
    ScrollPane scroll = Say.scroll(table);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    node =
        new VBox(
            Say.row(wanted, say.button("find", StaffPhrase.CASES__FIND, "secondary", this::look)),
            new DigitRow(wanted),
            Say.row(
                say.button("verify", StaffPhrase.BOOK__VERIFY, "secondary", this::verify), whole),
            scroll);
    node.getStyleClass().add("staff-body");
    look();
  }

  private void look() {
    String text = wanted.getText();
    frame.errands().ask(() -> frame.desk().book(text), this::show);
  }

  private void show(List<Audit.Line> lines) {
    table.getChildren().clear();
    for (int i = 0; i < lines.size(); i++) {
      Audit.Line line = lines.get(i);
      Label time =
          Say.text(HealthPage.TIME.format(Instant.ofEpochMilli(line.at()).atZone(zone)), "text");
      time.setMinWidth(Label.USE_PREF_SIZE);
      Label what =
          Say.text((Deeds.what(say, line) + "\n" + Deeds.subject(say, line)).strip(), "text");
      Label detail = Say.text(Deeds.detail(say, line), "text");
      GridPane.setHgrow(detail, Priority.ALWAYS);
      what.setMinWidth(WHAT_PX);
      what.setMaxWidth(WHAT_PX);
      table.addRow(i, time, what, detail);
    }
  }

  private void verify() {
    frame
        .errands()
        .ask(
            frame.desk()::breaks,
            breaks ->
                whole.setText(
                    breaks.isEmpty()
                        ? say.say(StaffPhrase.BOOK__WHOLE)
                        : say.say(StaffPhrase.BOOK__BROKEN, String.join("; ", breaks))));
  }

  @Override
  public Node node() {
    return node;
  }
}
