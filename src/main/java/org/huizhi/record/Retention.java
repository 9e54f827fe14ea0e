package org.huizhi.record;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long photo, name and numbers of a case stay in the record.
 *
 * @param usual of a case of which a slip was printed
 * @param withoutSlip of one of which none was; what a detection centre refused is wiped at once
 * @param documents of those that are kept longer or shorter than usual, by the spec's name
 */
public record Retention(Duration usual, Duration withoutSlip, Map<String, Duration> documents) {
  public Retention {
    documents = Map.copyOf(documents);
    if (Stream.concat(Stream.of(usual, withoutSlip), documents.values().stream())
        .anyMatch(keep -> !keep.isPositive())) {
      throw new IllegalArgumentException("keep must be longer than nothing");
    }
  }

  /** The same for all. */
  public static Retention of(Duration keep) {
    return new Retention(keep, keep, Map.of());
  }

  /** How long a document's cases stay. */
  public Duration of(String document) {
    return documents.getOrDefault(document, usual);
  }

  /** What is due at a moment. */
  public Due at(Instant moment) {
    Map<String, Instant> limits = new LinkedHashMap<>();
    documents.forEach((document, keep) -> limits.put(document, moment.minus(keep)));
    return new Due(moment.minus(usual), moment.minus(withoutSlip), limits, Due.Doubt.NONE);
  }

  /** The same where another machine may have printed a slip of any case: the longer time counts. */
  public Due inDoubtAt(Instant moment) {
    return at(moment).with(Due.Doubt.ALL);
  }
}
