package org.huizhi.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.huizhi.name.Candidate;
import org.huizhi.name.CandidatePage;

/** The letters typed, what they may mean, and arrows to further pages of it. */
final class CandidateGrid extends VBox {
  private final Wording wording;
  private final Consumer<Candidate> chosen;
  private final Label letters = new Label();
  private final GridPane grid = new GridPane();
  private final Button earlier;
  private final Button later;
  private List<CandidatePage> pages = List.of();
  private int shown;

  CandidateGrid(Wording wording, Consumer<Candidate> chosen) {
    this.wording = wording;
    this.chosen = chosen;
    earlier = arrow("earlier", Icon.BACK, Phrase.WRITING__EARLIER, -1);
    later = arrow("later", Icon.NEXT, Phrase.WRITING__LATER, 1);
    letters.setId("letters");
    letters.getStyleClass().add("letters");
    letters.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(letters, Priority.ALWAYS);
    HBox line = new HBox(letters, earlier, later);
    line.getStyleClass().add("letters-line");
    grid.getStyleClass().add("candidates");
    for (int i = 0; i < CandidatePage.COLUMNS; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / CandidatePage.COLUMNS);
      grid.getColumnConstraints().add(column);
    }
    for (int i = 0; i < CandidatePage.ROWS; i++) {
      grid.getRowConstraints().add(new RowConstraints(96));
    }
    getStyleClass().add("candidate-grid");
    getChildren().addAll(line, grid);
  }

  /**
   * Shows the first page.
   *
   * @param hint what to do, in place of candidates when there are none
   */
  void show(String typed, List<Candidate> candidates, Phrase hint) {
    letters.setText(typed);
    pages = CandidatePage.divide(candidates);
    shown = 0;
    fill();
    if (pages.isEmpty()) {
      grid.add(wording.both("text", hint), 0, 0, CandidatePage.COLUMNS, CandidatePage.ROWS);
    }
  }

  private void fill() {
    List<Button> buttons = new ArrayList<>();
    grid.getChildren().clear();
    if (!pages.isEmpty()) {
      for (CandidatePage.Place place : pages.get(shown).places()) {
        Button button = button(place.candidate(), buttons.size());
        buttons.add(button);
        grid.add(button, place.column(), place.row(), place.columns(), 1);
      }
    }
    earlier.setVisible(shown > 0);
    later.setVisible(shown + 1 < pages.size());
  }

  private Button button(Candidate candidate, int index) {
    Label text = new Label(candidate.text());
    text.getStyleClass().add("candidate-name");
    Button button =
        wording.button("candidate-" + index, text, "key", () -> chosen.accept(candidate));
    button.getStyleClass().add("candidate");
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    return button;
  }

  private Button arrow(String id, Icon icon, Phrase said, int step) {
    Button arrow =
        wording.button(
            id,
            icon.node(56),
            "key",
            () -> {
              shown += step;
              fill();
            });
    arrow.getStyleClass().add("page-arrow");
    arrow.setAccessibleText(wording.say(said));
    return arrow;
  }
}
