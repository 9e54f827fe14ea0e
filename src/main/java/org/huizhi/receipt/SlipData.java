package org.huizhi.receipt;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Map;
import org.huizhi.record.Personal;
import org.huizhi.record.PhotoFile;

/**
 * What one slip tells of one applicant.
 *
 * @param imageNumber as it is encoded in the barcode
 * @param readableNumber the same with gaps, see {@link ImageNumbers#grouped}
 * @param document the document's title by language tag
 * @param unit name of the capturing unit by language tag
 * @param takenAt when the photo was taken, in the hall's zone
 * @param validity how long the slip is good for
 * @param photoDpi pixels per inch that give the photo its true size
 * @param copy 1 for the first print; from 2 on the slip says which reprint it is
 * @param specimen true marks the slip as one that no window accepts
 * @param signedCode what {@link SlipCode} signed, or {@link SlipCode#SPECIMEN}
 */
public record SlipData(
    String imageNumber,
    String readableNumber,
    Map<String, String> document,
    Map<String, String> unit,
    Personal personal,
    ZonedDateTime takenAt,
    Period validity,
    PhotoFile photo,
    int photoDpi,
    int copy,
    boolean specimen,
    String signedCode) {
  public SlipData {
    document = Map.copyOf(document);
    unit = Map.copyOf(unit);
    if (document.isEmpty() || unit.isEmpty()) {
      throw new IllegalArgumentException("a slip needs the names of its document and its unit");
    }
    if (copy < 1) {
      throw new IllegalArgumentException("copies are counted from 1, not " + copy);
    }
  }

  /** The last day on which the slip is good. */
  public LocalDate until() {
    return takenAt.toLocalDate().plus(validity);
  }
}
