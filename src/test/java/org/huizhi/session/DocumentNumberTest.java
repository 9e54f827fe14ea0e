package org.huizhi.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.huizhi.session.DocumentNumber.Standing;
import org.huizhi.spec.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentNumberTest {
  @ParameterizedTest
  @CsvSource({
    "HK_MACAU_PERMIT, C12345678",
    "HK_MACAU_PERMIT, CA0000001",
    "TAIWAN_PERMIT, L12345678",
    "PASSPORT, E12345678",
    "PASSPORT, EA1234567",
    "PASSPORT, G12345678",
    "PERMANENT_RESIDENCE, USA110085010203",
    "HOME_RETURN_PERMIT, H12345678",
    "HOME_RETURN_PERMIT, M1234567890",
    "TAIWAN_COMPATRIOT_PERMIT, 12345678",
    "PHONE, 13912345678",
  })
  void rightNumbersCanBeTypedAndAreRight(Field field, String number) {
    assertEquals(number, typed(field, number));
    assertEquals(Standing.RIGHT, DocumentNumber.of(field).read(number));
  }

  @ParameterizedTest
  @CsvSource({
    "HK_MACAU_PERMIT, CI1234567, C1234567",
    "HK_MACAU_PERMIT, D12345678, ''",
    "HK_MACAU_PERMIT, CAA234567, CA234567",
    "TAIWAN_COMPATRIOT_PERMIT, A1234567, 1234567",
    "PERMANENT_RESIDENCE, 8, ''",
    "PERMANENT_RESIDENCE, US1A, USA",
    "PHONE, 01212398, 1398",
  })
  void whatCannotStandThereIsNotTaken(Field field, String struck, String taken) {
    assertEquals(taken, typed(field, struck));
    assertEquals(Standing.BEGUN, DocumentNumber.of(field).read(taken));
  }

  /** The card of 2023 has the check digit of GB 11643; all ten others are wrong. */
  @Test
  void aPermanentResidenceNumberHasACheckDigit() {
    DocumentNumber rules = DocumentNumber.of(Field.PERMANENT_RESIDENCE);
    String digits = "91101081985010203";
    long right =
        "0123456789X"
            .chars()
            .filter(last -> rules.read(digits + (char) last) == Standing.RIGHT)
            .count();
    long wrong =
        "0123456789X"
            .chars()
            .filter(last -> rules.read(digits + (char) last) == Standing.WRONG)
            .count();
    assertEquals(1, right);
    assertEquals(10, wrong);
    assertEquals(1, rules.missing(digits));
    assertEquals(12, rules.missing("USA"));
  }

  @Test
  void namesAndCitizensNumbersHaveTheirOwnRules() {
    assertThrows(IllegalArgumentException.class, () -> DocumentNumber.of(Field.NAME));
    assertEquals("阿卜·O'NEIL", Typing.written("阿卜•o'neil\u0000"));
  }

  private static String typed(Field field, String struck) {
    Draft draft = new Draft(field, "");
    for (int i = 0; i < struck.length(); i++) {
      draft = Typing.add(draft, struck.substring(i, i + 1));
    }
    return draft.text();
  }
}
