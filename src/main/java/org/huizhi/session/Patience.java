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
  /** A photo that waits for staff for longer is taken for left behind. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private static final int MOST_SHOTS = 100;

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
    refuseUnlessBounded("consent", consent);
    refuseUnlessBounded("choosing", choosing);
    refuseUnlessBounded("identifying", identifying);
    refuseUnlessBounded("framing", framing);
    refuseUnlessBounded("reviewing", reviewing);
    refuseUnlessBounded("staff", staff);
    refuseUnlessBounded("centre", centre);
    refuseUnlessBounded("farewell", farewell);
    refuseUnlessBounded("machine", machine);
    refuseUnlessBounded("warning", warning);
    if (manualShutter.isNegative() || countdown.isNegative()) {
      throw new IllegalArgumentException("shutter and countdown cannot be negative");
    }
    refuseUnlessShorter("warning", warning, "consent", consent);
    refuseUnlessShorter("warning", warning, "choosing", choosing);
    refuseUnlessShorter("warning", warning, "identifying", identifying);
    refuseUnlessShorter("warning", warning, "framing", framing);
    refuseUnlessShorter("warning", warning, "reviewing", reviewing);
    refuseUnlessShorter("warning", warning, "staff", staff);
    refuseUnlessShorter("manual-shutter", manualShutter, "framing", framing);
    refuseUnlessShorter("countdown", countdown, "framing", framing);
    if (mostShots < 1 || mostShots > MOST_SHOTS) {
      throw new IllegalArgumentException("most-shots must be 1 or more, at most " + MOST_SHOTS);
    }
  }

  private static void refuseUnlessBounded(String what, Duration time) {
    if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(what + " must be longer than nothing, at most 1 h");
    }
  }

  private static void refuseUnlessShorter(
      String what, Duration time, String whole, Duration patience) {
    if (time.compareTo(patience) >= 0) {
      throw new IllegalArgumentException(
          "%s must be shorter than %s, not %d s of %d s"
              .formatted(what, whole, time.toSeconds(), patience.toSeconds()));
    }
  }
}
