package org.huizhi.screen;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Numbers as they are read aloud: in groups of four, and codes of three. */
final class Numbers {
  private static final int GROUP = 4;
  private static final int OF_CODE = 3;

  private Numbers() {}

  static String grouped(String number) {
    return grouped(number, GROUP);
  }

  static String code(String digits) {
    return grouped(digits, OF_CODE);
  }

  private static String grouped(String number, int group) {
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < number.length(); i++) {
      if (i > 0 && i % group == 0) {
        grouped.append(' ');
      }
      grouped.append(number.charAt(i));
    }
    return grouped.toString();
  }

  /** The image number with its name above. */
  static VBox shown(Wording wording, String imageNumber) {
    return shown(wording, Phrase.ISSUING__NUMBER, grouped(imageNumber));
  }

  /** The code to come back with, with its name above. */
  static VBox ofCode(Wording wording, String code) {
    return shown(wording, Phrase.FAREWELL__CODE, code(code));
  }

  private static VBox shown(Wording wording, Phrase name, String number) {
    Label figures = new Label(number);
    figures.getStyleClass().add("image-number");
    figures.setId("image-number");
    figures.setMinWidth(Label.USE_PREF_SIZE);
    VBox box = new VBox(wording.both("text", name), figures);
    box.getStyleClass().add("number-card");
    return box;
  }
}
