package org.huizhi.screen;

import java.util.function.Supplier;
import org.huizhi.camera.LatestFrame;

/**
 * Where the live view looks: the camera's newest frame and what the judge says of it.
 *
 * @param guide asked on every pulse of the JavaFX thread; must answer at once
 */
public record Live(LatestFrame frame, Supplier<Guide> guide) {}
