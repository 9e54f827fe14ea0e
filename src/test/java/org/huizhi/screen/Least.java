package org.huizhi.screen;

import java.util.Locale;

/** The least of what was measured on all screens so far; on the JavaFX thread. */
final class Least {
  private double targetMm = Double.MAX_VALUE;
  private double capitalMm = Double.MAX_VALUE;
  private double contrast = Double.MAX_VALUE;

  void target(double mm) {
    targetMm = Math.min(targetMm, mm);
  }

  void capital(double mm) {
    capitalMm = Math.min(capitalMm, mm);
  }

  void contrast(double ratio) {
    contrast = Math.min(contrast, ratio);
  }

  @Override
  public String toString() {
    String ratio = String.format(Locale.ROOT, "least contrast %.1f:1", contrast);
    return capitalMm == Double.MAX_VALUE
        ? ratio
        : String.format(
            Locale.ROOT,
            "narrowest target %.1f mm, smallest capitals %.1f mm, %s",
            targetMm,
            capitalMm,
            ratio);
  }
}
