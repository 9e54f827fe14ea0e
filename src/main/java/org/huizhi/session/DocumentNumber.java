package org.huizhi.session;

import java.util.List;
import org.huizhi.spec.Field;

/**
 * Numbers of documents other than identity cards, and of mobile phones: which characters may stand
 * where. Sources: the immigration administration's notices of 2018-12-10 (permits after C99999999)
 * and 2023-12-01 (permanent residence cards); the numbering plan of the mainland's telephones
 * (电信网编号计划, 11 digits from 13 to 19 on); the others as printed on the documents.
 *
 * @param shapes the ways such a number may look, a sign a place: {@code #} a digit, {@code %} a
 *     digit from 3 on, {@code @} a letter, {@code ?} a letter but I and O, {@code *} a letter or
 *     digit, {@code &} a check digit by ISO 7064 MOD 11-2, a letter or digit itself
 */
public record DocumentNumber(List<String> shapes) {
  /** How a number stands. */
  public enum Standing {
    /** More must follow. */
    BEGUN,
    /** Right as it is; a longer form may exist. */
    RIGHT,
    /** Whole, but the check digit is another. */
    WRONG
  }

  /**
   * The numbers of one field.
   *
   * @throws IllegalArgumentException for a field that is no such number
   */
  public static DocumentNumber of(Field field) {
    return switch (field) {
      case PERMANENT_RESIDENCE -> of("9################&", "@@@############");
      case PASSPORT -> of("*****", "******", "*******", "********", "*********");
      case HK_MACAU_PERMIT -> of("C########", "C?#######");
      case TAIWAN_PERMIT -> of("L########", "T########");
      case HOME_RETURN_PERMIT -> of("H########", "M########", "H##########", "M##########");
      case TAIWAN_COMPATRIOT_PERMIT -> of("########", "##########");
      case PHONE -> of("1%#########");
      case NAME, ID_NUMBER -> throw new IllegalArgumentException(field + " has rules of its own");
    };
  }

  private static DocumentNumber of(String... shapes) {
    return new DocumentNumber(List.of(shapes));
  }

  /** Whether no letter can stand in it. */
  public boolean isDigitsOnly() {
    return shapes.stream().allMatch(shape -> shape.matches("[0-9#%]+"));
  }

  /** Whether the character can come next. */
  public boolean takes(String soFar, String character) {
    String more = soFar + character;
    return character.length() == 1
        && shapes.stream().anyMatch(shape -> more.length() <= shape.length() && fits(more, shape));
  }

  /** Whether what was typed is a number. */
  public Standing read(String text) {
    for (String shape : shapes) {
      if (text.length() == shape.length() && fits(text, shape)) {
        return shape.endsWith("&") && !IdNumber.checks(text) ? Standing.WRONG : Standing.RIGHT;
      }
    }
    return Standing.BEGUN;
  }

  /** How many characters are missing to the shortest form that this may become. */
  public int missing(String text) {
    return shapes.stream()
        .filter(shape -> shape.length() >= text.length() && fits(text, shape))
        .mapToInt(shape -> shape.length() - text.length())
        .min()
        .orElse(0);
  }

  private static boolean fits(String text, String shape) {
    for (int i = 0; i < text.length(); i++) {
      if (!fits(text.charAt(i), shape.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(char character, char sign) {
    boolean digit = character >= '0' && character <= '9';
    boolean letter = character >= 'A' && character <= 'Z';
    return switch (sign) {
      case '#' -> digit;
      case '%' -> digit && character >= '3';
      case '@' -> letter;
      case '?' -> letter && character != 'I' && character != 'O';
      case '*' -> digit || letter;
      case '&' -> digit || character == 'X';
      default -> character == sign;
    };
  }
}
