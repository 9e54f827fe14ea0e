package org.huizhi.record;

import java.time.LocalDate;

/** How a hall writes its image numbers; {@code receipt.ImageNumbers} is the one in use. */
public interface NumberFormat {
  /**
   * Names the counter that the serials come from. Each series counts from 1 on each business day.
   * Machines that do not share a database must not share a series' numbers either.
   */
  String series();

  /**
   * The number of one serial.
   *
   * @param serial from 1
   * @throws IllegalStateException when the day's numbers are used up
   */
  String number(LocalDate businessDay, long serial);
}
