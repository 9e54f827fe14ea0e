package org.huizhi.staff;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a machine is, part by part.
 *
 * @param counts what it did today
 */
public record Health(String machine, Instant at, List<Part> parts, Map<Count, Integer> counts) {
  public Health {
    parts = List.copyOf(parts);
    counts = Map.copyOf(counts);
  }

  /** What a machine is made of. */
  public enum Kind {
    CAMERA,
    PRINTER,
    DATABASE,
    DISK,
    COPIES,
    CLOCK,
    CENTRE,
    TEMPERATURE,
    MODELS
  }

  /** What is known of a part in figures. */
  public enum Fact {
    PICTURES_A_SECOND,
    PICTURE_AGE_MS,
    BRIGHTNESS,
    SHEETS_LEFT,
    SHEETS_FULL,
    LAST_SLIP,
    FREE_GB,
    CASES_TO_BRING_HOME,
    SECONDS_OFF,
    TIME,
    DEGREES,
    AT_CENTRE,
    OLDEST_MINUTES
  }

  /** What happened on a day. */
  public enum Count {
    CASES,
    SLIPS_PRINTED,
    SLIPS_FAILED,
    SLIPS_UNKNOWN,
    DECIDED_BY_STAFF,
    REFUSED_BY_STAFF
  }

  /**
   * One part.
   *
   * @param name which of its kind, such as a printer's name
   * @param trouble the key of the sentence that says what is wrong; empty when nothing is
   * @param since when the trouble began
   */
  public record Part(
      Kind kind,
      String name,
      Optional<String> trouble,
      Optional<Instant> since,
      Map<Fact, String> facts) {
    public Part {
      facts = Map.copyOf(facts);
    }

    public boolean well() {
      return trouble.isEmpty();
    }
  }

  public boolean well() {
    return parts.stream().allMatch(Part::well);
  }
}
