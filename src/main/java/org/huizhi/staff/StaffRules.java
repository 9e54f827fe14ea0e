package org.huizhi.staff;

import java.time.Duration;
import java.util.List;

/**
 * How a hall keeps its staff pages.
 *
 * @param idleLock after how long without a touch they lock themselves
 * @param override who may take a photo that the rules refuse; always with a reason
 * @param fourEyes whether two of them must
 * @param comeBack how long a visit is kept for an applicant who leaves with a code
 */
public record StaffRules(
    Duration idleLock, List<StaffRole> override, boolean fourEyes, Duration comeBack) {
  public StaffRules {
    override = List.copyOf(override);
    if (!idleLock.isPositive() || idleLock.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("idle-lock must be longer than nothing, at most 1 h");
    }
    if (!comeBack.isPositive()) {
      throw new IllegalArgumentException("come-back must be longer than nothing");
    }
  }

  /** What holds where {@code kiosk.toml} says nothing else. */
  public static StaffRules usual() {
    return new StaffRules(
        Duration.ofMinutes(2), List.of(StaffRole.SUPERVISOR), false, Duration.ofHours(2));
  }
}
