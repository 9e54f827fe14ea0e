package org.huizhi.photo;

import java.util.List;
import org.huizhi.spec.Code;

/**
 * Which part of the shot becomes the photo, in whole pixels of the shot. It may reach over the
 * shot's edges where nothing of the person is cut; the background fills that.
 *
 * @param scale photo pixels a shot pixel, {@code photo width / widthPx}
 * @param givenUp demands that a stronger one overrules, such as the head's width by the pupils
 */
public record Crop(
    int leftPx, int topPx, int widthPx, int heightPx, double scale, List<Code> givenUp) {
  public Crop {
    givenUp = List.copyOf(givenUp);
  }
}
