package org.huizhi.receipt;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huizhi.record.NumberFormat;

/**
 * Writes and reads image numbers (图像号) by a pattern of literals and of {@code {yyMMdd}} or {@code
 * {yyyyMMdd}} (business day), {@code {machine}} (this machine's mark), {@code {serial:N}} (N
 * digits) and {@code {check}} (a check letter over the other characters). The default {@value
 * #DEFAULT_PATTERN} gives numbers of the shape of the one published sample, Y2408281262770A. A
 * number is 10 to 25 capital letters and digits, which is what receiving systems accept. Any
 * thread.
 */
public final class ImageNumbers implements NumberFormat {
  /** A letter, the day, seven digits, a letter. */
  public static final String DEFAULT_PATTERN = "Y{yyMMdd}{serial:7}{check}";

  /** Can never be a real number: it has no day, no serial and no check. */
  public static final String SPECIMEN = "SPECIMEN000000";

  private static final int LEAST_LENGTH = 10;
  private static final int MOST_LENGTH = 25;
  private static final int MOST_SERIAL_DIGITS = 12;
  private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)\\}|[^{}]+|[{}]");
  private static final Pattern SERIAL = Pattern.compile("serial:([1-9]|1[0-2])");
  private static final Pattern PLAIN = Pattern.compile("[A-Z0-9]+");

  private final String pattern;
  private final String series;
  private final List<NumberPart> parts;
  private final int length;

  private ImageNumbers(String pattern, String series, List<NumberPart> parts) {
    this.pattern = pattern;
    this.series = series;
    this.parts = List.copyOf(parts);
    this.length = parts.stream().mapToInt(NumberPart::width).sum();
  }

  /** What a number says. */
  public record Parsed(LocalDate businessDay, long serial) {}

  /**
   * Reads a pattern.
   *
   * @param machine this machine's mark, capital letters and digits; needed only where the pattern
   *     has {@code {machine}}, may be empty otherwise
   * @throws PatternMistake when the pattern cannot give unique, readable numbers
   */
  public static ImageNumbers of(String pattern, String machine) {
    List<NumberPart> parts = new ArrayList<>();
    Matcher token = TOKEN.matcher(pattern);
    while (token.find()) {
      String name = token.group(1);
      parts.add(name == null ? literal(pattern, token.group()) : part(pattern, name, machine));
    }
    ImageNumbers numbers =
        new ImageNumbers(pattern, pattern.replace("{machine}", "{" + machine + "}"), parts);
    numbers.refuseMistakes();
    return numbers;
  }

  private static NumberPart literal(String pattern, String text) {
    if (!PLAIN.matcher(text).matches()) {
      throw new PatternMistake(
          pattern, "may hold only A–Z, 0–9 and {…} tokens, not \"" + text + "\"");
    }
    return new NumberPart.Literal(text);
  }

  private static NumberPart part(String pattern, String name, String machine) {
    Matcher serial = SERIAL.matcher(name);
    if (serial.matches()) {
      return new NumberPart.Serial(Integer.parseInt(serial.group(1)));
    }
    return switch (name) {
      case "yyMMdd" -> new NumberPart.Day(false);
      case "yyyyMMdd" -> new NumberPart.Day(true);
      case "check" -> new NumberPart.Check();
      case "machine" -> {
        if (!PLAIN.matcher(machine).matches()) {
          throw new PatternMistake(
              pattern,
              "has {machine}, but this machine's mark is \"" + machine + "\"; use A–Z, 0–9");
        }
        yield new NumberPart.Machine(machine);
      }
      default ->
          throw new PatternMistake(
              pattern,
              "has the unknown token {"
                  + name
                  + "}; there are {yyMMdd}, {yyyyMMdd}, {machine}, {serial:1} to {serial:"
                  + MOST_SERIAL_DIGITS
                  + "} and {check}");
    };
  }

  private void refuseMistakes() {
    refuseUnlessOnce(NumberPart.Day.class, "the day ({yyMMdd} or {yyyyMMdd})");
    refuseUnlessOnce(NumberPart.Serial.class, "the serial ({serial:7})");
    if (count(NumberPart.Check.class) > 1) {
      throw new PatternMistake(pattern, "has more than one {check}");
    }
    if (length < LEAST_LENGTH || length > MOST_LENGTH) {
      throw new PatternMistake(
          pattern,
          "gives numbers of "
              + length
              + " characters; receiving systems take "
              + LEAST_LENGTH
              + " to "
              + MOST_LENGTH);
    }
  }

  private void refuseUnlessOnce(Class<? extends NumberPart> kind, String name) {
    if (count(kind) != 1) {
      throw new PatternMistake(pattern, "must have " + name + " exactly once");
    }
  }

  private long count(Class<? extends NumberPart> kind) {
    return parts.stream().filter(kind::isInstance).count();
  }

  @Override
  public String series() {
    return series;
  }

  @Override
  public String number(LocalDate businessDay, long serial) {
    List<String> pieces = new ArrayList<>();
    for (NumberPart part : parts) {
      pieces.add(
          switch (part) {
            case NumberPart.Literal literal -> literal.text();
            case NumberPart.Machine machine -> machine.mark();
            case NumberPart.Day day -> dayFormat(day).format(businessDay);
            case NumberPart.Serial digits -> digits(serial, digits.width());
            case NumberPart.Check _ -> "";
          });
    }
    String unchecked = String.join("", pieces);
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      if (parts.get(i) instanceof NumberPart.Check) {
        number.append(CheckLetter.of(unchecked));
      } else {
        number.append(pieces.get(i));
      }
    }
    return number.toString();
  }

  private String digits(long serial, int width) {
    String digits = Long.toString(serial);
    if (serial < 1 || digits.length() > width) {
      throw new IllegalStateException(
          "the image numbers of this day are used up: serial "
              + serial
              + " has no room in the pattern "
              + pattern);
    }
    return "0".repeat(width - digits.length()) + digits;
  }

  private static DateTimeFormatter dayFormat(NumberPart.Day day) {
    return DateTimeFormatter.ofPattern(day.century() ? "uuuuMMdd" : "uuMMdd");
  }

  /**
   * Reads a number of this pattern; empty when it has another shape or its check letter is wrong.
   */
  public Optional<Parsed> parse(String number) {
    if (number.length() != length) {
      return Optional.empty();
    }
    LocalDate day = LocalDate.EPOCH;
    long serial = 0;
    int at = 0;
    for (NumberPart part : parts) {
      String piece = number.substring(at, at + part.width());
      at += part.width();
      try {
        switch (part) {
          case NumberPart.Day form -> day = LocalDate.parse(piece, dayFormat(form));
          case NumberPart.Serial _ -> serial = Long.parseLong(piece);
          case NumberPart.Literal _, NumberPart.Machine _, NumberPart.Check _ -> {}
        }
      } catch (DateTimeException | NumberFormatException e) {
        return Optional.empty();
      }
    }
    // Written again it must be the same: that tests literals, machine and check letter at once.
    return serial >= 1 && number(day, serial).equals(number)
        ? Optional.of(new Parsed(day, serial))
        : Optional.empty();
  }

  /** The number with gaps where a voice would pause, such as {@code Y 240828 126 2770 A}. */
  public String grouped(String number) {
    if (number.length() != length) {
      return number;
    }
    List<String> groups = new ArrayList<>();
    int at = 0;
    for (NumberPart part : parts) {
      String piece = number.substring(at, at + part.width());
      at += part.width();
      if (part instanceof NumberPart.Serial && piece.length() > 4) {
        groups.add(piece.substring(0, piece.length() - 4));
        piece = piece.substring(piece.length() - 4);
      }
      groups.add(piece);
    }
    return String.join(" ", groups);
  }
}
