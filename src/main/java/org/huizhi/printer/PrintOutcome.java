package org.huizhi.printer;

/** How giving a slip to a printer ended. Reasons are one English sentence for staff. */
public sealed interface PrintOutcome {
  /** The printer itself said that the slip is out. */
  record Printed() implements PrintOutcome {}

  /** It is certain that no slip came out and none will: it may be tried again. */
  record Failed(String reason) implements PrintOutcome {}

  /** Nobody can tell: staff must look before anything is printed again. */
  record Unknown(String reason) implements PrintOutcome {}
}
