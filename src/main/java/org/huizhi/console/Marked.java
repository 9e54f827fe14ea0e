package org.huizhi.console;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polygon;

/** A picture with the places marked that keep it from being taken. */
final class Marked extends StackPane {
  private final ImageView view = new ImageView();

  /**
   * @param jpeg the paper stays white when there is none
   * @param places corners in the picture's pixels, x and y in turn
   */
  Marked(Optional<byte[]> jpeg, List<List<Double>> places, double widthPx, double heightPx) {
    getStyleClass().add("picture");
    setMinSize(widthPx, heightPx);
    setMaxSize(widthPx, heightPx);
    jpeg.map(bytes -> new Image(new ByteArrayInputStream(bytes)))
        .filter(image -> !image.isError())
        .ifPresent(image -> show(image, places, widthPx, heightPx));
  }

  private void show(Image image, List<List<Double>> places, double widthPx, double heightPx) {
    double scale = Math.min(widthPx / image.getWidth(), heightPx / image.getHeight());
    view.setImage(image);
    view.setPreserveRatio(true);
    view.setFitWidth(image.getWidth() * scale);
    view.setFitHeight(image.getHeight() * scale);
    Group drawn = new Group(view);
    for (List<Double> corners : places) {
      Polygon mark = new Polygon();
      corners.forEach(at -> mark.getPoints().add(at * scale));
      mark.getStyleClass().add("staff-mark");
      drawn.getChildren().add(mark);
    }
    getChildren().setAll(drawn);
    setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  /** Lets the picture go. */
  void forget() {
    view.setImage(null);
    getChildren().clear();
  }
}
