package org.huizhi.screen;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Large cards to choose from, row by row, whose words may take several lines. */
final class Cards extends GridPane {
  private static final double GAP_PX = 32;
  private static final double BORDER_PX = 4;

  private final Wording wording;
  private final int columns;
  private final double textPx;

  Cards(Wording wording, int columns) {
    this.wording = wording;
    this.columns = columns;
    double widthPx = wording.wide() ? 1920 - 112 : 1080 - 112;
    textPx = (widthPx - (columns - 1) * GAP_PX) / columns - 2 * (paddingPx() + BORDER_PX);
    getStyleClass().add("cards");
    for (int i = 0; i < columns; i++) {
      ColumnConstraints equal = new ColumnConstraints();
      equal.setPercentWidth(100.0 / columns);
      getColumnConstraints().add(equal);
    }
  }

  /** As the stylesheet has it beside the words of a card. */
  private double paddingPx() {
    return wording.setting().comfort().lowReach() ? 12 : 36;
  }

  /** A button asks how high its content is before it says how wide it may be. */
  void add(String id, VBox text, Runnable action) {
    text.setAlignment(Pos.CENTER_LEFT);
    for (Node lines : text.getChildren()) {
      ((Parent) lines)
          .getChildrenUnmodifiable()
          .forEach(line -> ((Region) line).setMinWidth(textPx));
    }
    text.setPrefWidth(textPx);
    text.getStyleClass().add("card-text");
    Button card = new Button();
    card.setId(id);
    card.setGraphic(text);
    card.getStyleClass().setAll("touch", "choice");
    card.setOnAction(_ -> action.run());
    card.setFocusTraversable(false);
    card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    card.setMinHeight(USE_PREF_SIZE);
    int place = getChildren().size();
    add(card, place % columns, place / columns);
  }
}
