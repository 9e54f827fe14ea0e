package org.huizhi.session;

/**
 * How the applicant wants the screens; back to the usual for the next person.
 *
 * @param highContrast black, white and yellow instead of the calm colours
 * @param largeText every size a step larger
 * @param lowReach all controls in the lower third, for a person who sits
 */
public record Comfort(boolean highContrast, boolean largeText, boolean lowReach) {
  /** What every visit starts with. */
  public static final Comfort USUAL = new Comfort(false, false, false);
}
