package org.huizhi.screen;

import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** A drawing that is as large as its place allows and gives way to words. */
final class Fitted extends Region {
  private final Node drawing;
  private final double most;
  private final Scale scale = new Scale();

  /**
   * @param most how many times its own size the drawing may become
   */
  Fitted(Node drawing, double most) {
    this.drawing = drawing;
    this.most = most;
    drawing.getTransforms().add(scale);
    drawing.setManaged(false);
    getChildren().add(drawing);
    setMinSize(0, 0);
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
  }

  @Override
  protected double computePrefWidth(double height) {
    return most * drawing.getLayoutBounds().getWidth();
  }

  @Override
  protected double computePrefHeight(double width) {
    return most * drawing.getLayoutBounds().getHeight();
  }

  @Override
  protected void layoutChildren() {
    Bounds own = drawing.getLayoutBounds();
    double factor =
        Math.min(most, Math.min(getWidth() / own.getWidth(), getHeight() / own.getHeight()));
    scale.setX(factor);
    scale.setY(factor);
    drawing.setLayoutX((getWidth() - factor * own.getWidth()) / 2 - factor * own.getMinX());
    drawing.setLayoutY((getHeight() - factor * own.getHeight()) / 2 - factor * own.getMinY());
  }
}
