package org.huizhi.screen;

import javafx.css.PseudoClass;
import javafx.scene.layout.VBox;

/** What the machine makes of that which is typed, told at once, by words, sign and colour. */
final class Answer extends VBox {
  static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final double ICON = 56;

  private final Wording wording;

  Answer(Wording wording) {
    this.wording = wording;
    setId("answer");
    getStyleClass().add("answer");
  }

  /** More is to be typed. */
  void open(VBox words) {
    say(Icon.NEXT, words, false, false);
  }

  void right(VBox words) {
    say(Icon.TICK, words, true, false);
  }

  void wrong(VBox words) {
    say(Icon.ATTENTION, words, false, true);
  }

  private void say(Icon icon, VBox words, boolean right, boolean wrong) {
    pseudoClassStateChanged(RIGHT, right);
    pseudoClassStateChanged(WRONG, wrong);
    getChildren().setAll(wording.withIcon(icon, ICON, words));
  }
}
