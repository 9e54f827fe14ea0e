package org.huizhi.spec;

/**
 * How far the colours of the whole picture may be corrected, each channel by one factor. Documents
 * that demand an untouched photo have no such limits, and nothing is corrected.
 *
 * @param mostCastPercent for a wall that is nearly grey and should be grey
 * @param mostExposurePercent for a face that is too dark or too bright
 */
public record ToneLimits(double mostCastPercent, double mostExposurePercent) {
  /** More is no correction but another picture. */
  private static final double SMALL_PERCENT = 15;

  public ToneLimits {
    for (double percent : new double[] {mostCastPercent, mostExposurePercent}) {
      if (percent < 0 || percent > SMALL_PERCENT) {
        throw new IllegalArgumentException(
            "tone is corrected by 0 to %.0f percent, not %.1f".formatted(SMALL_PERCENT, percent));
      }
    }
  }
}
