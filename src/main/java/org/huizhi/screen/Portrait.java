package org.huizhi.screen;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;

/** The drawing of a document photo: a person without sex, age or race, in a well-lit frame. */
final class Portrait {
  static final String SHOULDERS =
      "M48 620 C48 500 150 484 204 458 C214 452 216 440 216 420 L264 420 C264 440 266 452 276 458"
          + " C330 484 432 500 432 620 Z";
  static final String HEAD =
      "M240 140 C312 140 344 196 342 262 C340 346 296 424 240 424 C184 424 140 346 138 262"
          + " C136 196 168 140 240 140 Z";

  private Portrait() {}

  static Node drawing() {
    Shape person = Shape.union(path(SHOULDERS), path(HEAD));
    Shape inside = Shape.intersect(person, new Rectangle(10, 10, 460, 620));
    inside.getStyleClass().add("portrait-person");
    return new Group(light(), inside, corners());
  }

  /** The frame and the light around it. */
  static Group light() {
    Rectangle light = new Rectangle(-46, -46, 572, 732);
    light.setArcWidth(110);
    light.setArcHeight(110);
    light.getStyleClass().add("portrait-light");
    Rectangle frame = new Rectangle(0, 0, 480, 640);
    frame.setArcWidth(48);
    frame.setArcHeight(48);
    frame.getStyleClass().add("portrait-frame");
    Group both = new Group(light, frame);
    both.setCache(true); // a soft shadow, drawn anew under whatever moves on it, costs most of all
    return both;
  }

  static Group corners() {
    return new Group(
        corner(24, 24, 1, 1),
        corner(456, 24, -1, 1),
        corner(24, 616, 1, -1),
        corner(456, 616, -1, -1));
  }

  private static SVGPath corner(double x, double y, int right, int down) {
    SVGPath corner = path("M0 %d V0 H%d".formatted(44 * down, 44 * right));
    corner.setTranslateX(x);
    corner.setTranslateY(y);
    corner.getStyleClass().add("portrait-corner");
    return corner;
  }

  static SVGPath path(String content) {
    SVGPath path = new SVGPath();
    path.setContent(content);
    return path;
  }
}
