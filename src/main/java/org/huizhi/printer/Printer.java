package org.huizhi.printer;

import java.time.Instant;

/** Something that makes paper of slips. One slip at a time; calls may block, so keep off the UI. */
public interface Printer {
  /** As the configuration and staff call it. */
  String name();

  /**
   * Prints and waits for the end, as long as this printer's patience lasts. Nothing is thrown for a
   * printer's trouble: that is what the outcome says.
   *
   * @param began is run when the printer says that it has begun, where it says so
   */
  PrintOutcome print(Slip slip, Runnable began);

  /**
   * What became of a slip that was given to this printer before the program ended.
   *
   * @return Printed when it came out, Failed when it certainly never arrived and may be sent again,
   *     Unknown when staff must look
   */
  PrintOutcome recall(Slip slip);

  /**
   * Deletes what this printer itself keeps of slips that were printed before a moment. A queue and
   * a network printer keep nothing.
   *
   * @return false where something may be left
   */
  default boolean forget(Instant olderThan) {
    return true;
  }

  /**
   * Deletes what this printer itself keeps of one case's slips.
   *
   * @return false where something may be left
   */
  default boolean forgetSlips(String imageNumber) {
    return true;
  }

  /** Goes on after staff mended what had paused it; false where it did not, or cannot. */
  default boolean resume() {
    return false;
  }

  /** What the printer says of itself just now. */
  PrinterState state();
}
