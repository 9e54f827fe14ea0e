package org.huizhi.session;

/** How printing ended, as the printer told it. */
public sealed interface SlipEnd {
  /** The slip lies in the tray. */
  record Printed() implements SlipEnd {}

  /** It surely did not come out. */
  record NotPrinted(PaperFault fault) implements SlipEnd {}

  /** The printer did not tell; it may have come out, so it is never printed again unasked. */
  record Unknown() implements SlipEnd {}
}
