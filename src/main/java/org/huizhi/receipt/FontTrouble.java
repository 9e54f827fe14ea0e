package org.huizhi.receipt;

/** A font file that cannot be used; the message names the file and the reason. */
public final class FontTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FontTrouble(String message, Throwable cause) {
    super(message, cause);
  }

  FontTrouble(String message) {
    super(message);
  }
}
