package org.huizhi.session;

import java.time.Duration;

/**
 * How long each state waits for a person who does nothing.
 *
 * @param centre how long a person waits at the machine for the detection centre
 * @param machine how long the machine may take for its own work before that counts as a mistake
 * @param warning how long before the end the warning stands on the screen
 * @param manualShutter after how long of trying the applicant is offered a shutter button
 * @param countdown from that button to the shot
 * @param mostShots how many shots a person may take before staff have to help
 */
public record Patience(
    Duration consent,
    Duration choosing,
    Duration identifying,
    Duration framing,
    Duration reviewing,
    Duration staff,
    Duration centre,
    Duration farewell,
    Duration machine,
    Duration warning,
    Duration manualShutter,
    Duration countdown,
    int mostShots) {
  /** Measured by no hall yet: generous enough for a person of seventy who reads every line. */
  public static Patience usual() {
    return new Patience(
        Duration.ofSeconds(90),
        Duration.ofSeconds(60),
        Duration.ofSeconds(120),
        Duration.ofSeconds(120),
        Duration.ofSeconds(90),
        Duration.ofSeconds(300),
        Duration.ofSeconds(90),
        Duration.ofSeconds(20),
        Duration.ofSeconds(45),
        Duration.ofSeconds(20),
        Duration.ofSeconds(20),
        Duration.ofSeconds(3),
        10);
  }

  public Patience {
    for (Duration each :
        new Duration[] {
          consent, choosing, identifying, framing, reviewing, staff, centre, farewell, machine
        }) {
      if (!each.isPositive()) {
        throw new IllegalArgumentException("patience must be longer than nothing, not " + each);
      }
    }
    if (warning.isNegative() || manualShutter.isNegative() || countdown.isNegative()) {
      throw new IllegalArgumentException("warning, shutter and countdown cannot be negative");
    }
    if (mostShots < 1) {
      throw new IllegalArgumentException("most-shots must be 1 or more");
    }
  }
}
