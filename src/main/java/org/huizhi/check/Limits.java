package org.huizhi.check;

import java.util.Locale;

/** Writes limits the way staff read them. */
final class Limits {
  /** Before the limits of a check that measures several things, the worst in parts of its limit. */
  private static final String IN_PARTS = "≤ 1, where 1 is ";

  private Limits() {}

  static String inParts(String limits) {
    return IN_PARTS + limits;
  }

  /** The limits alone. */
  static String withoutParts(String limit) {
    return limit.startsWith(IN_PARTS) ? limit.substring(IN_PARTS.length()) : limit;
  }

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
