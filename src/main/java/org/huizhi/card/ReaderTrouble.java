package org.huizhi.card;

import java.io.IOException;

/** The reader is not there or does not speak as it should. */
public final class ReaderTrouble extends IOException {
  private static final long serialVersionUID = 1;

  public ReaderTrouble(String why) {
    super(why);
  }
}
