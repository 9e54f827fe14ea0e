package org.huizhi.receipt;

/** A number pattern in the configuration that cannot work; the message says why and how to mend. */
public final class PatternMistake extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  PatternMistake(String pattern, String why) {
    super("the image number pattern \"" + pattern + "\" " + why);
  }
}
