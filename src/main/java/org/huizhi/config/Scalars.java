package org.huizhi.config;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizhi.camera.CameraChoice;
import org.huizhi.spec.Background;
import org.huizhi.spec.Rgb;
import org.huizhi.storage.Storage;

/** Turns single TOML values into what a record's component wants. */
final class Scalars {
  private static final Pattern COLOUR = Pattern.compile("#(\\p{XDigit}{6})");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|min|h|d)");

  /** No hall waits or keeps longer; a clock can still be moved by so much. */
  private static final Duration LONGEST = Duration.ofDays(3660);

  private Scalars() {}

  /** A value that does not fit; the message says what would. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1;

    /** Whether the message is a sentence by itself. */
    private final boolean whole;

    Unfit(String wanted) {
      this(wanted, false);
    }

    Unfit(String wanted, boolean whole) {
      super(wanted);
      this.whole = whole;
    }

    /** What is wrong with the value of a key. */
    String of(String key) {
      String said = String.valueOf(getMessage());
      if (!whole) {
        return key + " must be " + said;
      }
      return said.startsWith(key) ? said : key + ": " + said;
    }
  }

  /** True when this type is read from one value and not from a table. */
  static boolean knows(Class<?> type) {
    return type.isEnum()
        || List.of(
                String.class,
                int.class,
                Integer.class,
                double.class,
                boolean.class,
                Background.class,
                Period.class,
                Duration.class,
                ZoneId.class,
                Path.class,
                URI.class,
                Storage.class,
                CameraChoice.class)
            .contains(type);
  }

  /** The value as {@code type}, one that {@link #knows} is true for. */
  static Object convert(Object value, Class<?> type) throws Unfit {
    if ((type == int.class || type == Integer.class)
        && value instanceof Long number
        && number.intValue() == number) {
      return number.intValue();
    }
    if (type == double.class
        && value instanceof Number number
        && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    if (type == boolean.class && value instanceof Boolean) {
      return value;
    }
    if (value instanceof String text) {
      return fromText(text, type);
    }
    throw new Unfit(wanted(type));
  }

  private static Object fromText(String text, Class<?> type) throws Unfit {
    if ((type == String.class || type == Path.class) && text.isBlank()) {
      throw new Unfit(wanted(type));
    }
    if (type == String.class) {
      return text;
    }
    if (type.isEnum()) {
      return constant(text, type);
    }
    if (type == Background.class) {
      Matcher matcher = COLOUR.matcher(text);
      if (matcher.matches()) {
        int rgb = Integer.parseInt(matcher.group(1), 16);
        return Background.of(new Rgb(rgb >> 16, rgb >> 8 & 255, rgb & 255));
      }
      if (text.equals("keep")) {
        return Background.KEEP;
      }
    }
    if (type == Duration.class) {
      return duration(text)
          .filter(time -> time.compareTo(LONGEST) <= 0)
          .orElseThrow(() -> new Unfit(wanted(type)));
    }
    if (type == Period.class) {
      return parse(text, Period::parse, type);
    }
    if (type == ZoneId.class) {
      return parse(text, ZoneId::of, type);
    }
    if (type == Path.class) {
      return parse(text, Path::of, type);
    }
    if (type == URI.class) {
      return parse(text, URI::create, type);
    }
    if (type == Storage.class) {
      return parse(text, Storage::parse, type);
    }
    if (type == CameraChoice.class) {
      return parse(text, CameraChoice::parse, type);
    }
    throw new Unfit(wanted(type));
  }

  private static Object parse(String text, Function<String, Object> parser, Class<?> type)
      throws Unfit {
    try {
      return parser.apply(text);
    } catch (DateTimeException | InvalidPathException wrong) {
      throw new Unfit(wanted(type));
    } catch (IllegalArgumentException wrong) {
      throw new Unfit(String.valueOf(wrong.getMessage()), true);
    }
  }

  private static Optional<Duration> duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "min" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        });
  }

  private static Object constant(String text, Class<?> type) throws Unfit {
    List<String> names =
        Arrays.stream(type.getEnumConstants()).map(constant -> kebab(constant.toString())).toList();
    int at = names.indexOf(kebab(text));
    if (at < 0) {
      String meant = Nearest.to(text, names).map(near -> ", did you mean " + near + "?").orElse("");
      throw new Unfit("one of " + String.join(", ", names) + meant);
    }
    return type.getEnumConstants()[at];
  }

  private static String kebab(String text) {
    return text.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String wanted(Class<?> type) {
    if (type == String.class) {
      return "a text that is not empty";
    }
    if (type == int.class || type == Integer.class) {
      return "a whole number";
    }
    if (type == double.class) {
      return "a number";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type == Background.class) {
      return "a colour such as \"#FFFFFF\", or \"keep\"";
    }
    if (type == Period.class) {
      return "a period such as \"P6M\" or \"P90D\"";
    }
    if (type == Duration.class) {
      return "a time such as \"30 s\", \"5 min\" or \"24 h\", and at most 3660 d";
    }
    if (type == ZoneId.class) {
      return "a time zone such as \"Asia/Shanghai\"";
    }
    return type == Path.class ? "a path" : "another kind of value";
  }
}
