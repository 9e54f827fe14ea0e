package org.huizhi.screen;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.huizhi.camera.Frame;
import org.huizhi.camera.LatestFrame;

/**
 * Where the live view looks: the camera's newest frame and what the judge says of it.
 *
 * @param guide asked on every pulse of the JavaFX thread; must answer at once
 * @param drawn told on the JavaFX thread which frame was put into the picture
 */
public record Live(LatestFrame frame, Supplier<Guide> guide, Consumer<Frame> drawn) {
  public Live(LatestFrame frame, Supplier<Guide> guide) {
    this(frame, guide, _ -> {});
  }
}
