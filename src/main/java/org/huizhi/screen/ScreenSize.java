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

  private static final double LEAST_CAPITAL_PX = 19.8;

  /** The sheet's short and long side. */
  private static final double SHORT_PX = 1080;

  private static final double LONG_PX = 1920;

  public ScreenSize {
    if (!(widthMm > 0 && heightMm > 0)) {
      throw new IllegalArgumentException("a screen is wider and higher than nothing");
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

  private double mmPerPx() {
    double shortMm = Math.min(widthMm, heightMm);
    double longMm = Math.max(widthMm, heightMm);
    return Math.min(shortMm / SHORT_PX, longMm / LONG_PX);
  }
}
