package org.huizhi.receipt;

/** One piece of an image number, with how many characters it takes. */
sealed interface NumberPart {
  int width();

  /** Stands as it is. */
  record Literal(String text) implements NumberPart {
    @Override
    public int width() {
      return text.length();
    }
  }

  /** The business day as yyMMdd or yyyyMMdd. */
  record Day(boolean century) implements NumberPart {
    @Override
    public int width() {
      return century ? 8 : 6;
    }
  }

  /** The machine's own mark, the same in every number it gives. */
  record Machine(String mark) implements NumberPart {
    @Override
    public int width() {
      return mark.length();
    }
  }

  /** The day's serial in decimal digits with leading zeros. */
  record Serial(int width) implements NumberPart {}

  /** One letter that the rest is checked by. */
  record Check() implements NumberPart {
    @Override
    public int width() {
      return 1;
    }
  }
}
