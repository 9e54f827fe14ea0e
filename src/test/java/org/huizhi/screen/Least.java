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
    String millimetres = "narrowest target %.1f mm, smallest capitals %.1f mm, ";
    return (capitalMm < Double.MAX_VALUE ? told(millimetres, targetMm, capitalMm) : "")
        + told("least contrast %.1f:1", contrast);
  }

  private static String told(String format, Object... measures) {
    return String.format(Locale.ROOT, format, measures);
  }
}
