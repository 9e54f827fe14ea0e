package org.huizhi.screen;

import java.util.List;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.opencv.core.Point;

/** A picture on white paper, as large as its place allows, never stretched. */
final class PictureBox extends StackPane {
  /** How much more than the place itself a clue shows, so that the place can be recognised. */
  private static final double AROUND = 1.4;

  private static final double LEAST_CLUE_PX = 48;

  private final ImageView view = new ImageView();
  private final Optional<Picture> picture;

  /**
   * @param bytes JPEG or PNG; the paper stays white when there are none or they were wiped
   * @param widthPx of the place
   * @param heightPx of the place
   */
  PictureBox(Optional<byte[]> bytes, double widthPx, double heightPx) {
    getStyleClass().add("picture");
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.setFitWidth(widthPx);
    view.setFitHeight(heightPx);
    getChildren().add(view);
    picture = bytes.flatMap(Picture::of);
    Optional<Image> image = picture.map(Picture::image);
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

  /**
   * The part of a shot that shows what is wrong, with a little around it.
   *
   * @param place corners in the shot's pixels; empty when no place shows it
   */
  static Optional<PictureBox> clue(Optional<byte[]> shot, List<Point> place, double sidePx) {
    PictureBox box = new PictureBox(shot, sidePx, sidePx);
    Image image = box.view.getImage();
    if (image == null || place.isEmpty()) {
      return Optional.empty();
    }
    double left = place.stream().mapToDouble(at -> at.x).min().orElse(0);
    double right = place.stream().mapToDouble(at -> at.x).max().orElse(0);
    double top = place.stream().mapToDouble(at -> at.y).min().orElse(0);
    double bottom = place.stream().mapToDouble(at -> at.y).max().orElse(0);
    double side = AROUND * Math.max(LEAST_CLUE_PX, Math.max(right - left, bottom - top));
    double cut = Math.min(side, Math.min(image.getWidth(), image.getHeight()));
    double x = Math.clamp((left + right - cut) / 2, 0, image.getWidth() - cut);
    double y = Math.clamp((top + bottom - cut) / 2, 0, image.getHeight() - cut);
    box.view.setViewport(new Rectangle2D(x, y, cut, cut));
    box.setMinSize(sidePx, sidePx);
    box.setMaxSize(sidePx, sidePx);
    box.getStyleClass().add("clue");
    return Optional.of(box);
  }

  /** Blackens the picture. */
  void forget() {
    picture.ifPresent(Picture::blacken);
  }
}
