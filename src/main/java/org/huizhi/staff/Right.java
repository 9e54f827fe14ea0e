package org.huizhi.staff;

/** Something that not everybody may do. */
public enum Right {
  /** Help the person at the machine: reset, extend, send to the counter, call, hold. */
  SERVE,
  /** Mend the machine: paper, printers, tests, slips whose end nobody knows. */
  MEND,
  /** Decide on doubtful photos. */
  DECIDE,
  /** Find cases and print their slips again. */
  REPRINT,
  /** Delete a case on its person's demand. */
  DELETE,
  /** Read the audit and the reports. */
  READ_BOOKS
}
