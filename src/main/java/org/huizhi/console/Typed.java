package org.huizhi.console;

import java.util.Arrays;

/** Digits as they are tapped: a staff number or a PIN. Overwritten as soon as they are taken. */
final class Typed {
  static final int MOST_PIN = 12;

  private final char[] digits = new char[MOST_PIN];
  private int length;

  boolean isEmpty() {
    return length == 0;
  }

  /** Adds a digit, unless there are as many already as may be. */
  boolean add(char digit, int most) {
    if (length >= most) {
      return false;
    }
    digits[length++] = digit;
    return true;
  }

  /** Takes the last one back; false when there was none. */
  boolean erase() {
    if (length == 0) {
      return false;
    }
    digits[--length] = 0;
    return true;
  }

  /** All of them; whoever takes them overwrites them. */
  char[] take() {
    char[] taken = Arrays.copyOf(digits, length);
    wipe();
    return taken;
  }

  void wipe() {
    Arrays.fill(digits, (char) 0);
    length = 0;
  }

  String shown() {
    return new String(digits, 0, length);
  }

  String dots() {
    return "●".repeat(length);
  }
}
