package org.huizhi.app;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Random;
import org.huizhi.spec.Field;

/**
 * Somebody whom a test's heap knows only in numbers, which no text of theirs looks like.
 *
 * @param idNumber 18 characters of a right number
 * @param name four of the common characters, which every slip can show
 */
@SuppressWarnings("ArrayRecordComponent") // so that no text of a person lives in the test
record MadeUpPerson(int[] idNumber, int[] name) {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  /**
   * @param born year, month and day in eight digits
   */
  static MadeUpPerson born(int born, Random dice) {
    int[] digits = new int[18];
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      int digit =
          switch (i) {
            case 0, 1, 3 -> 1; // 110105
            case 2, 4 -> 0;
            case 5 -> 5;
            case 14, 15, 16 -> dice.nextInt(10);
            default -> born / (int) Math.pow(10, 13 - i) % 10;
          };
      digits[i] = '0' + digit;
      sum += WEIGHTS[i] * digit;
    }
    digits[17] = "10X98765432".charAt(sum % 11);
    return new MadeUpPerson(digits, name(dice));
  }

  private static int[] name(Random dice) {
    byte[] common = new byte[8];
    for (int i = 0; i < common.length; i += 2) {
      common[i] = (byte) dice.nextInt(0xB0, 0xD7);
      common[i + 1] = (byte) dice.nextInt(0xA1, 0xFF);
    }
    return new String(common, Charset.forName("GB2312")).codePoints().toArray();
  }

  int[] of(Field field) {
    return field == Field.NAME ? name : idNumber;
  }

  /** Will look for this person, also where the last character was not yet typed. */
  void lookFor(String who, HeapScan scan) {
    scan.addText(who + "'s ID number", Arrays.copyOf(idNumber, 17));
    scan.addText(who + "'s name", name);
  }
}
