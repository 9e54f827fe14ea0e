package org.huizhi.screen;

import javafx.geometry.NodeOrientation;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** Our own drawings: one line on a square of 48 units. */
enum Icon {
  BACK("M29 10 L15 24 L29 38"),
  NEXT("M19 10 L33 24 L19 38"),
  END("M20 8 H10 V40 H20 M20 24 H40 M32 16 L40 24 L32 32"),
  LARGER("M6 38 L16 12 L26 38 M9.5 29 H22.5 M30 38 L36 22 L42 38 M32.4 32 H39.6"),
  CONTRAST("M24 7 A17 17 0 1 1 23.9 7 M24 7 V41 M29 9 V39 M34 12 V36 M38 17 V31"),
  LOWER("M10 8 H38 M24 14 V38 M15 29 L24 38 L33 29"),
  LANGUAGE("M24 7 A17 17 0 1 1 23.9 7 M7 24 H41 M24 7 C15 13 15 35 24 41 M24 7 C33 13 33 35 24 41"),
  SOUND("M6 18 H14 L25 9 V39 L14 30 H6 Z M32 17 C37 21 37 27 32 31 M37 11 C46 18 46 30 37 37"),
  TICK("M10 25 L20 35 L38 13"),
  CROSS("M13 13 L35 35 M35 13 L13 35"),
  ATTENTION("M24 9 V29 M24 38 V38.5"),
  UNSURE("M16 17 C16 7 32 7 32 17 C32 24 24 23 24 31 M24 39 V39.5"),
  CAMERA("M6 15 H15 L19 9 H29 L33 15 H42 V38 H6 Z M24 18.5 A7.5 7.5 0 1 1 23.9 18.5"),
  SHEET(
      "M12 6 H36 V42 L32 39 L28 42 L24 39 L20 42 L16 39 L12 42 Z M18 16 H30 M18 24 H30 M18 31 H25"),
  CLOCK("M24 7 A17 17 0 1 1 23.9 7 M24 14 V24 L31 29"),
  LOCK("M11 22 H37 V41 H11 Z M16 22 V15 C16 5 32 5 32 15 V22 M24 29 V34"),
  COUNTER("M5 41 H43 M9 41 V29 H39 V41 M24 8 A5.5 5.5 0 1 1 23.9 8 M14 29 C14 19 34 19 34 29"),
  PASSPORT("M11 5 H37 V43 H11 Z M24 13 A7 7 0 1 1 23.9 13 M17 34 H31"),
  ERASE("M17 11 H42 V37 H17 L6 24 Z M24 19 L34 29 M34 19 L24 29"),
  ARROW_LEFT("M40 24 H9 M20 12 L8 24 L20 36"),
  ARROW_RIGHT("M8 24 H39 M28 12 L40 24 L28 36"),
  ARROW_UP("M24 40 V9 M12 20 L24 8 L36 20"),
  ARROW_DOWN("M24 8 V39 M12 28 L24 40 L36 28"),
  CLOSER(
      "M6 6 L18 18 M18 9 V18 H9 M42 6 L30 18 M30 9 V18 H39 M6 42 L18 30 M9 30 H18 V39"
          + " M42 42 L30 30 M39 30 H30 V39"),
  AWAY(
      "M18 18 L7 7 M7 16 V7 H16 M30 18 L41 7 M32 7 H41 V16 M18 30 L7 41 M7 32 V41 H16"
          + " M30 30 L41 41 M32 41 H41 V32"),
  TURN_LEFT("M40 34 C40 14 22 10 10 22 M10 10 V22 H22"),
  TURN_RIGHT("M8 34 C8 14 26 10 38 22 M38 10 V22 H26"),
  EYE("M4 24 C13 10 35 10 44 24 C35 38 13 38 4 24 Z M24 17 A7 7 0 1 1 23.9 17"),
  MOUTH("M8 24 C16 19 20 20 24 22 C28 20 32 19 40 24 M8 24 C18 34 30 34 40 24 M8 24 H40"),
  LAMP(
      "M24 5 V9 M5 24 H9 M39 24 H43 M10.5 10.5 L13.5 13.5 M37.5 10.5 L34.5 13.5 M24 14"
          + " A10 10 0 1 1 23.9 14 M18 41 H30"),
  PEOPLE(
      "M18 9 A8 9.5 0 1 1 17.9 9 M3 43 C3 31 11 30 18 30 C25 30 33 31 33 43 M35 20 A6 7 0 1 1 34.9"
          + " 20 M38 36 C43 36 45 38 45 43"),
  PERSON("M24 6 A9 11 0 1 1 23.9 6 M6 43 C6 31 15 30 24 30 C33 30 42 31 42 43");

  private static final double GRID = 48;
  private static final double LINE = 4;

  private final String path;

  Icon(String path) {
    this.path = path;
  }

  /**
   * The drawing with a line as thick as in every other size.
   *
   * @param size its side in pixels
   */
  Node node(double size) {
    SVGPath drawing = new SVGPath();
    drawing.setContent(path);
    drawing.getStyleClass().add("icon");
    drawing.setStrokeWidth(LINE * Math.sqrt(GRID / size));
    drawing.getTransforms().add(new Scale(size / GRID, size / GRID));
    Group node = new Group(new Rectangle(size, size, Color.TRANSPARENT), drawing);
    if (!alongText()) {
      node.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    }
    return node;
  }

  /** Whether it points along the text, and so the other way where text runs from right to left. */
  private boolean alongText() {
    return this == BACK || this == NEXT || this == END;
  }
}
