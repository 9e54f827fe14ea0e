package org.huizhi.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumberTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  /** Both examples of GB 11643-1999. */
  @Test
  void theExamplesOfTheStandardAreRight() {
    assertEquals(
        new IdNumber.Reading.Right(LocalDate.of(1949, 12, 31), IdNumber.Sex.FEMALE),
        IdNumber.read("11010519491231002X", TODAY));
    assertEquals(
        new IdNumber.Reading.Right(LocalDate.of(1880, 1, 1), IdNumber.Sex.MALE),
        IdNumber.read("440524188001010014", TODAY));
  }

  /** MOD 11-2 finds every single wrong digit. */
  @Test
  void everySingleWrongDigitIsFound() {
    String right = "11010519491231002X";
    for (int place = 0; place < 18; place++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        if (right.charAt(place) != digit) {
          String wrong = right.substring(0, place) + digit + right.substring(place + 1);
          assertInstanceOf(IdNumber.Reading.Wrong.class, IdNumber.read(wrong, TODAY), wrong);
        }
      }
    }
  }

  @Test
  void aDateThatNeverWasIsToldAtOnce() {
    IdNumber.Reading noSuchDay = new IdNumber.Reading.Wrong(IdNumber.Fault.BIRTH_DATE);
    assertEquals(noSuchDay, IdNumber.read("11010519490231", TODAY));
    assertEquals(noSuchDay, IdNumber.read("11010520260303", TODAY));
    assertEquals(new IdNumber.Reading.Incomplete(4), IdNumber.read("11010520260302", TODAY));
  }

  /** As a card of a kind that is not known yet may tell it; nobody can type such a one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "USA110085010203",
        "1101051949A2310024",
        "11010519491231002x",
        "11010519491231  2X",
        "中中中中中中19491231中中中中",
        "11010519491231002XX"
      })
  void whatIsNoNumberIsWrongAndNoMistakeOfOurs(String text) {
    assertInstanceOf(IdNumber.Reading.Wrong.class, IdNumber.read(text, TODAY));
  }

  @Test
  void onlyTheLastPlaceTakesAnX() {
    assertTrue(IdNumber.takes("11010519491231002", "X"));
    assertFalse(IdNumber.takes("1101051949123100", "X"));
    assertFalse(IdNumber.takes("11010519491231002X", "1"));
    assertFalse(IdNumber.takes("", "A"));
  }
}
