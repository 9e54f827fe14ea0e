package org.huizhi.screen;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** A text that takes as many lines as it needs, in any script. */
public final class TextLine {
  private TextLine() {}

  public static Region of(String text, String... styles) {
    if (Fonts.isArabic(text) && text.contains(" ")) {
      return words(text, styles);
    }
    Label label = label(text, styles);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  /** JavaFX 25 fails where Arabic letters are broken into lines: here each word is a label. */
  private static Region words(String text, String... styles) {
    FlowPane line = new Apart();
    for (String word : text.split(" ", -1)) {
      line.getChildren().add(label(word, styles));
    }
    line.setMinHeight(Region.USE_PREF_SIZE);
    line.getStyleClass().add("words");
    return line;
  }

  /** Words that would rather stand in one line. */
  static final class Apart extends FlowPane {
    private static final double ONE_LINE = 10_000;

    private Apart() {
      setPrefWrapLength(ONE_LINE);
    }

    @Override
    protected double computePrefWidth(double height) {
      double words =
          getChildren().stream().mapToDouble(word -> snapSizeX(word.prefWidth(-1))).sum();
      return words + (getChildren().size() - 1) * snapSpaceX(getHgap());
    }
  }

  private static Label label(String text, String... styles) {
    Label label = Fonts.byScript(new Label(text));
    label.getStyleClass().addAll(styles);
    return label;
  }
}
