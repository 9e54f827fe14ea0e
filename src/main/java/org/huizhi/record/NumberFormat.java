package org.huizhi.record;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

/** How a hall writes its image numbers; {@code receipt.ImageNumbers} is the one in use. */
public interface NumberFormat {
  /**
   * Names the counter that the serials come from. Each series counts from 1 on each business day.
   * Machines that do not share a database must not share a series' numbers either.
   */
  String series();

  /** A number as somebody typed it: whatever its case and spaces, full-width too. */
  static String typed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s", "")
        .toUpperCase(Locale.ROOT);
  }

  /**
   * The number of one serial.
   *
   * @param serial from 1
   * @throws IllegalStateException when the day's numbers are used up
   */
  String number(LocalDate businessDay, long serial);
}
