package org.huizhi.face;

import java.util.List;
import java.util.Optional;

/**
 * What was found in one picture.
 *
 * @param boxes all faces, the largest first
 * @param face the largest with its landmarks; empty when the landmark net sees no face there
 */
public record Sighting(int widthPx, int heightPx, List<FaceBox> boxes, Optional<Face> face) {
  public Sighting {
    boxes = List.copyOf(boxes);
  }
}
