package org.huizhi.screen;

import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;
import javafx.scene.shape.StrokeLineCap;

/** A ring that fills while the person holds still, with a figure in it when there is one. */
final class Ring extends StackPane {
  private static final double RADIUS = 74;

  private final Arc filled = new Arc(RADIUS, RADIUS, RADIUS, RADIUS, 90, 0);
  private final Label figure = new Label();

  Ring() {
    Circle back = new Circle(RADIUS);
    back.getStyleClass().add("ring-back");
    filled.getStyleClass().add("ring-filled");
    filled.setStrokeLineCap(StrokeLineCap.BUTT);
    filled.setManaged(false);
    figure.getStyleClass().add("figure");
    StackPane drawing = new StackPane(back, figure, filled);
    drawing.setMaxSize(2 * RADIUS, 2 * RADIUS);
    filled.centerXProperty().bind(drawing.widthProperty().divide(2));
    filled.centerYProperty().bind(drawing.heightProperty().divide(2));
    getChildren().add(drawing);
    setMaxSize(2 * RADIUS, 2 * RADIUS);
    getStyleClass().add("ring");
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
  }

  /**
   * @param share 0 to 1
   */
  void fill(double share) {
    filled.setLength(-360 * Math.clamp(share, 0, 1));
  }

  void figure(String text) {
    figure.setText(text);
  }
}
