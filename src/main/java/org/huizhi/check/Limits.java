package org.huizhi.check;

import java.util.Locale;

/** Writes limits the way staff read them. */
final class Limits {
  private Limits() {}

  static String least(double value, String unit) {
    return "≥ " + figure(value) + unit;
  }

  static String most(double value, String unit) {
    return "≤ " + figure(value) + unit;
  }

  static String degrees(double value) {
    return figure(value) + "°";
  }

  static String figure(double value) {
    String figure = String.format(Locale.ROOT, "%.3f", value);
    return figure.contains(".") ? figure.replaceAll("\\.?0+$", "") : figure;
  }
}
