package org.huizhi.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What holds in every state and says nothing about a person.
 *
 * @param number the session's number; every event and effect of a visit carries it
 * @param language tag of the language that stands first on the screen
 * @param demonstration whether the pictures come from a recording instead of a camera
 * @param troubles what is out of order now, the first to be shown first
 * @param now the time of the last tick
 * @param deadline when the state's patience ends; {@link Instant#MAX} where nobody waits
 */
public record Setting(
    long number,
    String language,
    Comfort comfort,
    boolean demonstration,
    List<Trouble> troubles,
    Instant now,
    Instant deadline) {
  public Setting {
    troubles = List.copyOf(troubles);
  }

  /** How long the person still has; a very long time where nobody waits. */
  public Duration left() {
    return Duration.between(now, deadline);
  }

  /** What keeps the camera from giving pictures; empty while it gives them. */
  public Optional<CameraFault> cameraTrouble() {
    return troubles.stream()
        .flatMap(
            trouble ->
                trouble instanceof Trouble.CameraTrouble camera
                    ? Stream.of(camera.fault())
                    : Stream.empty())
        .findFirst();
  }

  boolean isAsAtFirst(String firstLanguage) {
    return language.equals(firstLanguage) && comfort.equals(Comfort.USUAL);
  }

  Setting at(Instant time) {
    return new Setting(number, language, comfort, demonstration, troubles, time, deadline);
  }

  Setting until(Instant end) {
    return new Setting(number, language, comfort, demonstration, troubles, now, end);
  }

  Setting in(String tag) {
    return new Setting(number, tag, comfort, demonstration, troubles, now, deadline);
  }

  Setting with(Comfort wanted) {
    return new Setting(number, language, wanted, demonstration, troubles, now, deadline);
  }

  Setting with(List<Trouble> standing) {
    return new Setting(number, language, comfort, demonstration, standing, now, deadline);
  }

  /** The setting for whoever comes next: another number, and nothing that the last one chose. */
  Setting fresh(String firstLanguage) {
    return new Setting(
        number + 1, firstLanguage, Comfort.USUAL, demonstration, troubles, now, Instant.MAX);
  }
}
