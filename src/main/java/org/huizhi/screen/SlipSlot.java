package org.huizhi.screen;

import javafx.animation.TranslateTransition;
import javafx.scene.Group;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/** The drawing of the slot that the slip comes out of. */
final class SlipSlot extends Group implements Moving {
  private static final double WIDTH = 360;
  private static final double PAPER = 250;
  private static final double LENGTH = 300;

  private final Group paper = paper();
  private final TranslateTransition out = new TranslateTransition(Duration.millis(900), paper);

  /** The slip slides out of it once and stays hanging. */
  SlipSlot() {
    Rectangle machine = new Rectangle(0, 0, WIDTH, 110);
    machine.setArcWidth(48);
    machine.setArcHeight(48);
    machine.getStyleClass().add("slot-machine");
    Rectangle mouth = new Rectangle(40, 62, WIDTH - 80, 16);
    mouth.setArcWidth(16);
    mouth.setArcHeight(16);
    mouth.getStyleClass().add("slot-mouth");
    Group window = new Group(paper);
    window.setClip(new Rectangle(0, 72, WIDTH, LENGTH + 40));
    Rectangle whole = new Rectangle(0, 0, WIDTH, LENGTH + 90);
    whole.getStyleClass().add("nothing");
    getChildren().addAll(whole, machine, mouth, window);
    out.setFromY(-LENGTH);
    out.setToY(0);
    out.play();
  }

  private static Group paper() {
    double left = (WIDTH - PAPER) / 2;
    Rectangle sheet = new Rectangle(left, 72, PAPER, LENGTH);
    sheet.getStyleClass().add("slip-paper");
    Rectangle photo = new Rectangle(left + 28, 100, 78, 104);
    photo.getStyleClass().add("slip-photo");
    Group paper = new Group(sheet, photo);
    for (int i = 0; i < 3; i++) {
      paper.getChildren().add(line(left + 128, left + 222, 116 + 34 * i));
    }
    for (int i = 0; i < 3; i++) {
      paper.getChildren().add(line(left + 28, left + 222, 244 + 34 * i));
    }
    return paper;
  }

  private static Line line(double from, double to, double y) {
    Line line = new Line(from, y, to, y);
    line.getStyleClass().add("slip-line");
    return line;
  }

  @Override
  public void hold() {
    out.stop();
    paper.setTranslateY(0);
  }
}
