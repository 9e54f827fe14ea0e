package org.huizhi.camera;

import java.util.Map;

/**
 * How this machine's camera is mounted and what of it stays fixed.
 *
 * @param rotation 0, 90, 180 or 270: how far its picture must be turned clockwise to stand upright
 * @param fullStill whether the shot is taken anew in the camera's largest size, where that is
 *     larger than the live pictures; it takes about a second, and the live picture is kept where
 *     the person has moved meanwhile
 * @param controls what stays fixed, in the driver's own units
 */
public record CameraSettings(
    int rotation, boolean fullStill, Map<Demand.Control, Integer> controls) {
  public CameraSettings {
    if (rotation != 0 && rotation != 90 && rotation != 180 && rotation != 270) {
      throw new IllegalArgumentException("rotation must be 0, 90, 180 or 270");
    }
    controls = new Demand(1, 1, controls).controls(); // refuses what no driver takes
  }
}
