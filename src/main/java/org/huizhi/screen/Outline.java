package org.huizhi.screen;

import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.huizhi.spec.HeadAim;
import org.huizhi.spec.Spec;

/**
 * Head, shoulders and eye line as the document wants them, drawn in pixels of the finished photo
 * and placed by its eye point. Dashed while something is to be mended, solid when all is right.
 */
final class Outline extends Group {
  private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");

  private final Translate move = new Translate();
  private final Scale size = new Scale();
  private final double middle;
  private final double eyeLine;

  Outline(Spec document) {
    HeadAim aim = HeadAim.of(document.geometry());
    middle = document.picture().widthPx() / 2.0;
    eyeLine = aim.eyeLineY();
    double crown = aim.crownY();
    double chin = aim.chinY();
    double half = aim.headWidth() / 2;
    for (int side : new int[] {-1, 1}) {
      getChildren()
          .addAll(
              head(crown, chin, side * half),
              shoulder(document, chin, side * half),
              eyeMark(middle + side * (half + 6), middle + side * (half + 34)));
    }
    getChildren().forEach(part -> part.getStyleClass().add("outline"));
    getTransforms().addAll(move, size);
  }

  /**
   * One half, from crown to chin. Whole, it would be one shape as wide as the head, and all between
   * its sides would be looked through for every picture.
   */
  private Path head(double crown, double chin, double half) {
    double widest = crown + 0.42 * (chin - crown);
    double jaw = chin - widest;
    return new Path(
        new MoveTo(middle, crown),
        new CubicCurveTo(
            middle + 0.62 * half,
            crown,
            middle + half,
            crown + 0.16 * (chin - crown),
            middle + half,
            widest),
        new CubicCurveTo(
            middle + half, widest + 0.55 * jaw, middle + 0.5 * half, chin, middle, chin));
  }

  /** From the neck down to the photo's lower edge and a little beyond its side. */
  private Path shoulder(Spec document, double chin, double half) {
    double bottom = document.picture().heightPx() + 40;
    double neck = 0.52 * half;
    double wide = 1.72 * half;
    double slope = chin + 0.2 * Math.abs(half);
    return new Path(
        new MoveTo(middle + neck, chin - 14),
        new CubicCurveTo(
            middle + neck, slope + 22, middle + wide, slope + 28, middle + wide, bottom));
  }

  private Line eyeMark(double from, double to) {
    return new Line(from, eyeLine, to, eyeLine);
  }

  void ready(boolean ready) {
    getChildren().forEach(part -> part.pseudoClassStateChanged(READY, ready));
  }

  /** Puts the photo's eye point there, and one of its pixels to so many of the view. */
  void place(double eyeX, double eyeY, double scale) {
    size.setX(scale);
    size.setY(scale);
    move.setX(eyeX - middle * scale);
    move.setY(eyeY - eyeLine * scale);
  }
}
