package org.huizhi.screen;

import java.util.List;
import javafx.scene.layout.Region;

/**
 * The rounded card around a picture that is drawn anew thirty times a second: hollow, so that
 * nothing is painted under the picture but its four round corners. It reaches {@value #EDGE_PX}
 * pixels beyond its own bounds.
 */
final class Mount extends Region {
  private static final double EDGE_PX = 14;

  /** From the outer edge to where the picture's own corner has ended. */
  private static final double CORNER_PX = EDGE_PX + 36;

  private final Region top = part("side");
  private final Region bottom = part("side");
  private final Region left = part("side");
  private final Region right = part("side");
  private final Region topLeft = part("top-left");
  private final Region topRight = part("top-right");
  private final Region bottomLeft = part("bottom-left");
  private final Region bottomRight = part("bottom-right");

  Mount() {
    getStyleClass().add("mount");
    setMouseTransparent(true);
    getChildren()
        .addAll(List.of(top, bottom, left, right, topLeft, topRight, bottomLeft, bottomRight));
  }

  private static Region part(String style) {
    Region part = new Region();
    part.getStyleClass().add(style);
    part.setManaged(false); // it asks for no room
    return part;
  }

  @Override
  protected void layoutChildren() {
    double start = -EDGE_PX;
    double inner = start + CORNER_PX;
    double across = getWidth() - 2 * inner;
    double down = getHeight() - 2 * inner;
    double farX = getWidth() - inner;
    double farY = getHeight() - inner;
    top.resizeRelocate(inner, start, across, EDGE_PX);
    bottom.resizeRelocate(inner, getHeight(), across, EDGE_PX);
    left.resizeRelocate(start, inner, EDGE_PX, down);
    right.resizeRelocate(getWidth(), inner, EDGE_PX, down);
    topLeft.resizeRelocate(start, start, CORNER_PX, CORNER_PX);
    topRight.resizeRelocate(farX, start, CORNER_PX, CORNER_PX);
    bottomLeft.resizeRelocate(start, farY, CORNER_PX, CORNER_PX);
    bottomRight.resizeRelocate(farX, farY, CORNER_PX, CORNER_PX);
  }
}
