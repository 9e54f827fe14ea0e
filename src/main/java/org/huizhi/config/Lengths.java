package org.huizhi.config;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.huizhi.spec.Range;
import org.jspecify.annotations.Nullable;

/**
 * Reads ranges, and lengths of the finished photo in pixels, in millimetres or in both: {@code
 * head-width-px = { least = 248, most = 283 }} and {@code head-width-mm = { least = 21, most = 24
 * }} say the same at 300 dpi. The nearest file that states one or the other counts; where it states
 * both they must agree.
 */
final class Lengths {
  private static final double MM_AN_INCH = 25.4;

  /** Published pixel figures are millimetres rounded to either side. */
  private static final double MOST_APART_PX = 1;

  private static final String PX = "-px";

  private Lengths() {}

  /** True for ranges of any kind and for whole numbers of pixels in the file of a photo. */
  static boolean knows(Class<?> type, String key, Table table) {
    return type == Range.class
        || (type == int.class && key.endsWith(PX) && table.root().depth("picture").isPresent());
  }

  /** Whether a value stands under this key in one unit or the other. */
  static boolean isThere(String key, Table table) {
    return table.depth(key).isPresent() || (key.endsWith(PX) && table.depth(inMm(key)).isPresent());
  }

  /** The range or number, or null after at least one mistake was reported. */
  static @Nullable Object read(Class<?> type, String key, Table table) {
    int px = table.depth(key).orElse(Integer.MAX_VALUE);
    int mm = key.endsWith(PX) ? table.depth(inMm(key)).orElse(Integer.MAX_VALUE) : px;
    if (key.endsWith(PX) && mm <= px && mm < Integer.MAX_VALUE) {
      OptionalInt dpi = dotsAnInch(table);
      if (dpi.isEmpty()) {
        table.value(inMm(key));
        table.value(key);
        if (key.equals("width-px")) {
          table
              .value("dpi")
              .filter(dots -> dots.value() instanceof Long)
              .ifPresent(dots -> table.mistake(dots, "dpi must be above 0"));
        }
        return null; // what else is wrong with dpi is said where the picture is read
      }
      @Nullable Range length = range(inMm(key), table, dpi.getAsInt() / MM_AN_INCH);
      if (length == null || px > mm) {
        table.value(key);
        return type == int.class && length != null ? (int) Math.rint(length.least()) : length;
      }
      return agreed(type, key, length, dpi.getAsInt(), table);
    }
    table.value(inMm(key));
    @Nullable Range read = range(key, table, 1);
    if (type != int.class || read == null) {
      return read;
    }
    if (read.least() != Math.rint(read.least())) {
      table.mistake(table.value(key).orElseThrow(), key + " must be a whole number");
      return null;
    }
    return (int) read.least();
  }

  private static @Nullable Object agreed(
      Class<?> type, String key, Range length, int dpi, Table table) {
    @Nullable Range own = range(key, table, 1);
    if (own == null) {
      return null;
    }
    if (Math.abs(own.least() - length.least()) > MOST_APART_PX
        || Math.abs(own.most() - length.most()) > MOST_APART_PX) {
      table.mistake(
          table.value(inMm(key)).orElseThrow(),
          "%s is %s px at %d dpi, but %s says %s: correct one or leave it out"
              .formatted(inMm(key), spoken(length), dpi, key, spoken(own)));
      return null;
    }
    return type == int.class ? (Object) (int) own.least() : own;
  }

  /** Reads {@code { least, aim, most }}, aim being the middle by default, or a single number. */
  private static @Nullable Range range(String key, Table table, double factor) {
    Optional<Table.Value> found = table.value(key);
    if (found.isPresent() && found.get().value() instanceof Number number) {
      double length = number.doubleValue() * factor;
      return new Range(length, length, length);
    }
    Optional<Table> under = table.table(key);
    if (under.isEmpty()) {
      found.ifPresentOrElse(
          value -> table.mistake(value, key + " must be { least = …, most = … }"),
          () -> table.mistake(key + " is missing"));
      return null;
    }
    Table ends = under.get();
    Optional<Double> least = number("least", ends);
    Optional<Double> most = number("most", ends);
    Optional<Double> aim =
        aimed(ends)
            ? number("aim", ends)
            : least.flatMap(low -> most.map(high -> (low + high) / 2));
    ends.reportUnknown();
    if (least.isEmpty() || most.isEmpty() || aim.isEmpty()) {
      return null;
    }
    try {
      return new Range(least.get() * factor, aim.get() * factor, most.get() * factor);
    } catch (IllegalArgumentException wrong) {
      ends.mistake(String.valueOf(wrong.getMessage()));
      return null;
    }
  }

  /** An aim counts for the ends that stand beside it, not for those that a nearer file states. */
  private static boolean aimed(Table ends) {
    OptionalInt aim = ends.depth("aim");
    ends.value("aim");
    return aim.isPresent()
        && aim.getAsInt() <= ends.depth("least").orElse(Integer.MAX_VALUE)
        && aim.getAsInt() <= ends.depth("most").orElse(Integer.MAX_VALUE);
  }

  private static Optional<Double> number(String key, Table table) {
    Optional<Table.Value> found = table.value(key);
    if (found.isEmpty()) {
      table.mistake(key + " is missing");
      return Optional.empty();
    }
    if (found.get().value() instanceof Number number && Double.isFinite(number.doubleValue())) {
      return Optional.of(number.doubleValue());
    }
    table.mistake(found.get(), key + " must be a number");
    return Optional.empty();
  }

  private static OptionalInt dotsAnInch(Table table) {
    return table
        .root()
        .table("picture")
        .flatMap(picture -> picture.value("dpi"))
        .map(dpi -> dpi.value() instanceof Long number ? number.intValue() : 0)
        .filter(dpi -> dpi > 0)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private static String inMm(String key) {
    return key.endsWith(PX) ? key.substring(0, key.length() - PX.length()) + "-mm" : key;
  }

  private static String spoken(Range range) {
    return range.least() == range.most()
        ? String.format(Locale.ROOT, "%.0f", range.least())
        : String.format(Locale.ROOT, "%.0f–%.0f", range.least(), range.most());
  }
}
