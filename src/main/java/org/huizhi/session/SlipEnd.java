package org.huizhi.session;

/** How printing ended, as the printer told it, or why there is no slip yet. */
public sealed interface SlipEnd {
  /** The slip lies in the tray. */
  record Printed() implements SlipEnd {}

  /** It surely did not come out. */
  record NotPrinted(PaperFault fault) implements SlipEnd {}

  /** The detection centre has not answered yet; the slip is printed for whoever comes back. */
  record AtCentre() implements SlipEnd {}

  /** Staff have not decided yet; the person comes back with a code. */
  record WithStaff() implements SlipEnd {}

  /** The printer did not tell; it may have come out, so it is never printed again unasked. */
  record Unknown() implements SlipEnd {}
}
