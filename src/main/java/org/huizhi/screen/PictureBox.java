package org.huizhi.screen;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/** A picture on white paper, as large as its place allows, never stretched. */
final class PictureBox extends StackPane {
  private final ImageView view = new ImageView();

  /**
   * @param bytes JPEG or PNG; the paper stays white when there are none or they were wiped
   * @param widthPx of the place
   * @param heightPx of the place
   */
  PictureBox(Optional<byte[]> bytes, double widthPx, double heightPx) {
    getStyleClass().add("picture");
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.setFitWidth(widthPx);
    view.setFitHeight(heightPx);
    getChildren().add(view);
    Optional<Image> image =
        bytes
            .map(file -> new Image(new ByteArrayInputStream(file)))
            .filter(read -> !read.isError());
    image.ifPresent(view::setImage);
    double scale =
        image
            .map(shown -> Math.min(widthPx / shown.getWidth(), heightPx / shown.getHeight()))
            .orElse(0.0);
    double width = image.map(shown -> shown.getWidth() * scale).orElse(widthPx);
    double height = image.map(shown -> shown.getHeight() * scale).orElse(heightPx);
    setMinSize(width, height);
    setMaxSize(width, height);
  }

  /** Lets the picture go. */
  void forget() {
    view.setImage(null);
  }
}
