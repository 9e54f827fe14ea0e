package org.huizhi.receipt;

/** How the image number stands on the slip for the window's scanner. */
public enum Symbology {
  /** What the published templates use: {@code *number*}. */
  CODE_39,
  /** Shorter than Code 39; for long numbers on narrow paper. */
  CODE_128,
  QR,
  DATA_MATRIX
}
