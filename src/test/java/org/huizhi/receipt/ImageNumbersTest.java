package org.huizhi.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNumbersTest {
  private static final LocalDate DAY = LocalDate.of(2024, 8, 28);
  private static final ImageNumbers NUMBERS = ImageNumbers.of(ImageNumbers.DEFAULT_PATTERN, "");

  @Test
  void hasTheShapeOfThePublishedSample() {
    String number = NUMBERS.number(DAY, 1_262_770);
    assertTrue(number.matches("Y2408281262770[A-Z]"), number);
    assertEquals(Optional.of(new ImageNumbers.Parsed(DAY, 1_262_770)), NUMBERS.parse(number));
    assertEquals("Y 240828 126 2770 " + number.charAt(14), NUMBERS.grouped(number));
  }

  @Test
  void everyWrongDigitAndEverySwapOfNeighboursIsSeen() {
    String number = NUMBERS.number(DAY, 9_081_726);
    for (int i = 0; i < number.length(); i++) {
      for (char other : "0123456789".toCharArray()) {
        if (Character.isDigit(number.charAt(i)) && other != number.charAt(i)) {
          assertFalse(NUMBERS.parse(with(number, i, other)).isPresent(), i + " " + other);
        }
      }
    }
    for (int i = 1; i < 13; i++) {
      char first = number.charAt(i);
      char second = number.charAt(i + 1);
      if (first != second) {
        String swapped = with(with(number, i, second), i + 1, first);
        assertFalse(NUMBERS.parse(swapped).isPresent(), swapped);
      }
    }
  }

  private static String with(String text, int at, char character) {
    return text.substring(0, at) + character + text.substring(at + 1);
  }

  @Test
  void machinesHaveSeriesOfTheirOwn() {
    ImageNumbers one = ImageNumbers.of("Y{yyMMdd}{machine}{serial:5}{check}", "01");
    ImageNumbers two = ImageNumbers.of("Y{yyMMdd}{machine}{serial:5}{check}", "02");
    assertNotEquals(one.series(), two.series());
    assertNotEquals(one.number(DAY, 1), two.number(DAY, 1));
    assertEquals(Optional.empty(), two.parse(one.number(DAY, 1)));
  }

  @Test
  void theSpecimenIsNeverANumber() {
    assertEquals(Optional.empty(), NUMBERS.parse(ImageNumbers.SPECIMEN));
  }

  @Test
  void aFullDayIsSaidAndNotWrapped() {
    assertEquals("Y2408289999999", NUMBERS.number(DAY, 9_999_999).substring(0, 14));
    assertThrows(IllegalStateException.class, () -> NUMBERS.number(DAY, 10_000_000));
  }

  @ParameterizedTest
  @CsvSource({
    "Y{yyMMdd}{check},must have the serial",
    "Y{serial:9}{check},must have the day",
    "Y{yyMMdd}{serial:13}{check},unknown token {serial:13}",
    "Y{yymmdd}{serial:7},unknown token {yymmdd}",
    "y{yyMMdd}{serial:7},may hold only",
    "Y-{yyMMdd}{serial:7},may hold only",
    "Y{yyMMdd{serial:7},may hold only",
    "{yyMMdd}{serial:3},gives numbers of 9 characters",
    "ABCDEFGHIJ{yyyyMMdd}{serial:8},gives numbers of 26 characters",
    "Y{yyMMdd}{serial:7}{check}{check},more than one",
    "Y{yyMMdd}{machine}{serial:7},this machine's mark is"
  })
  void aBadPatternIsRefusedWithTheReason(String pattern, String reason) {
    String said =
        assertThrows(PatternMistake.class, () -> ImageNumbers.of(pattern, "")).getMessage();
    assertTrue(said != null && said.contains(reason) && said.contains(pattern), said);
  }
}
