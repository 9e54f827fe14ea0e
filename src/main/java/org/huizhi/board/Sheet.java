package org.huizhi.board;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import org.huizhi.screen.Fonts;
import org.huizhi.screen.KioskView;

/** A page of a fixed size, dressed like the kiosk and scaled to its window. */
abstract class Sheet extends Region {
  private final VBox sheet = new VBox();
  private final Scale scale = new Scale();
  private final double widthPx;
  private final double heightPx;

  Sheet(double widthPx, double heightPx) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    Fonts.load();
    getStylesheets().add(KioskView.stylesheet());
    getStyleClass().add("kiosk");
    sheet.getStyleClass().add("sheet");
    sheet.getTransforms().add(scale);
    sheet.setManaged(false);
    getChildren().add(sheet);
  }

  final VBox sheet() {
    return sheet;
  }

  @Override
  protected void layoutChildren() {
    double factor = Math.min(getWidth() / widthPx, getHeight() / heightPx);
    if (factor > 0) {
      scale.setX(factor);
      scale.setY(factor);
      sheet.resize(getWidth() / factor, getHeight() / factor);
    }
  }
}
