package org.huizhi.session;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Citizen identification numbers by GB 11643-1999: six digits of the region, eight of the birth
 * date, three of the order (odd for men), and a check digit by ISO 7064 MOD 11-2.
 */
public final class IdNumber {
  public static final int LENGTH = 18;

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_DIGITS = "10X98765432";

  private IdNumber() {}

  public enum Sex {
    MALE,
    FEMALE
  }

  /** What a number says so far. */
  public sealed interface Reading {
    /** Fewer than 18 characters, and nothing wrong yet. */
    record Incomplete(int missing) implements Reading {}

    record Wrong(Fault fault) implements Reading {}

    record Right(LocalDate birth, Sex sex) implements Reading {}
  }

  public enum Fault {
    BIRTH_DATE,
    CHECK_DIGIT
  }

  /** Whether the character can come next: a digit, or X in the last place. */
  public static boolean takes(String soFar, String character) {
    return soFar.length() < LENGTH
        && (character.matches("[0-9]") || (character.equals("X") && soFar.length() == LENGTH - 1));
  }

  /**
   * Reads a number or its beginning.
   *
   * @param text typed, or told by a card; what {@link #takes} would not allow is wrong
   * @param today nobody is born later
   */
  public static Reading read(String text, LocalDate today) {
    if (!text.matches("[0-9]{0,18}|[0-9]{17}X")) {
      return new Reading.Wrong(Fault.CHECK_DIGIT);
    }
    if (text.length() >= 14 && !isBirthDate(text.substring(6, 14), today)) {
      return new Reading.Wrong(Fault.BIRTH_DATE);
    }
    if (text.length() < LENGTH) {
      return new Reading.Incomplete(LENGTH - text.length());
    }
    if (!checks(text)) {
      return new Reading.Wrong(Fault.CHECK_DIGIT);
    }
    Sex sex = (text.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    return new Reading.Right(birth(text.substring(6, 14)), sex);
  }

  /** Whether the last of 18 characters is the check digit of the others. */
  static boolean checks(String text) {
    return text.charAt(LENGTH - 1) == checkDigit(text);
  }

  private static char checkDigit(String text) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (text.charAt(i) - '0');
    }
    return CHECK_DIGITS.charAt(sum % 11);
  }

  private static boolean isBirthDate(String digits, LocalDate today) {
    try {
      return !birth(digits).isAfter(today);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static LocalDate birth(String digits) {
    return LocalDate.of(
        Integer.parseInt(digits.substring(0, 4)),
        Integer.parseInt(digits.substring(4, 6)),
        Integer.parseInt(digits.substring(6)));
  }
}
