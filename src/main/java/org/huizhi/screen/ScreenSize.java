package org.huizhi.screen;

/**
 * How large the machine's screen is.
 *
 * @param widthMm of its picture, as it is mounted
 * @param heightMm the same from top to bottom
 */
public record ScreenSize(double widthMm, double heightMm) {
  /** The narrowest target and the smallest capitals on the sheet of KioskView. */
  private static final double LEAST_TARGET_PX = 86;

  private static final double MOST_MM = 5000;

  private static final double LEAST_CAPITAL_PX = 19.8;

  /** The sheet's short and long side. */
  private static final double SHORT_PX = 1080;

  private static final double LONG_PX = 1920;

  public ScreenSize {
    if (!(widthMm > 0 && heightMm > 0 && Math.max(widthMm, heightMm) <= MOST_MM)) {
      throw new IllegalArgumentException("a screen is wider and higher than nothing, at most 5 m");
    }
  }

  /** How wide the narrowest target is on this screen. */
  public double leastTargetMm() {
    return LEAST_TARGET_PX * mmPerPx();
  }

  /** How high the smallest capitals are on this screen. */
  public double leastCapitalMm() {
    return LEAST_CAPITAL_PX * mmPerPx();
  }

  /** By how much the sheet of 1080×1920, upright or lying as the window is, is drawn larger. */
  public static double factor(double width, double height) {
    return Math.min(Math.min(width, height) / SHORT_PX, Math.max(width, height) / LONG_PX);
  }

  private double mmPerPx() {
    return factor(widthMm, heightMm);
  }
}
