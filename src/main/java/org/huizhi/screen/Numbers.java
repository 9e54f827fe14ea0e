package org.huizhi.screen;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Numbers as they are read aloud: in groups of four. */
final class Numbers {
  private static final int GROUP = 4;

  private Numbers() {}

  static String grouped(String number) {
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < number.length(); i++) {
      if (i > 0 && i % GROUP == 0) {
        grouped.append(' ');
      }
      grouped.append(number.charAt(i));
    }
    return grouped.toString();
  }

  /** The image number with its name above. */
  static VBox shown(Wording wording, String imageNumber) {
    Label figures = new Label(grouped(imageNumber));
    figures.getStyleClass().add("image-number");
    figures.setId("image-number");
    figures.setMinWidth(Label.USE_PREF_SIZE);
    VBox box = new VBox(wording.both("text", Phrase.ISSUING__NUMBER), figures);
    box.getStyleClass().add("number-card");
    return box;
  }
}
