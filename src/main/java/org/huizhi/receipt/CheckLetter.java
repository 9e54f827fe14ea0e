package org.huizhi.receipt;

/**
 * One letter that shows most slips of the hand. Each character's value (digit 0–9, letter 10–35) is
 * weighed with a power of 5 and the sum taken modulo the prime 23: one wrong digit, or two
 * neighbouring digits that changed places, always change the letter.
 */
final class CheckLetter {
  /** 23 capital letters; I, O and Q are left out because they read like 1 and 0. */
  private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

  private CheckLetter() {}

  static char of(CharSequence characters) {
    int sum = 0;
    int weight = 1;
    for (int i = characters.length() - 1; i >= 0; i--) {
      weight = weight * 5 % 23;
      sum += weight * Character.digit(characters.charAt(i), 36);
    }
    return LETTERS.charAt(sum % 23);
  }
}
