package org.huizhi.screen;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
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

  /** A picture that fills its place wholly; what is too wide or too high for it is left out. */
  static PictureBox filled(Optional<byte[]> bytes, double widthPx, double heightPx) {
    PictureBox box = new PictureBox(bytes, widthPx, heightPx);
    Image image = box.view.getImage();
    if (image != null) {
      double scale = Math.max(widthPx / image.getWidth(), heightPx / image.getHeight());
      double width = widthPx / scale;
      double height = heightPx / scale;
      box.view.setViewport(
          new Rectangle2D(
              (image.getWidth() - width) / 2, (image.getHeight() - height) / 2, width, height));
      box.setMinSize(widthPx, heightPx);
      box.setMaxSize(widthPx, heightPx);
    }
    return box;
  }

  /** Lets the picture go. */
  void forget() {
    view.setImage(null);
  }
}
