package org.huizhi.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huizhi.spec.Rule;

/** Looks whether the limits of a rule can be meant as they are; their names tell the unit. */
final class Limits {
  /** A little more than the whole is meant now and then, such as white above the hair. */
  private static final double MOST_SHARE = 2;

  private static final double HALF_TURN = 180;

  private Limits() {}

  /**
   * What is wrong with a limit.
   *
   * @param keys from the rule's table to the limit, as they are written in the file
   */
  record Wrong(List<String> keys, String sentence) {
    private Wrong(Rule rule, List<String> keys, String what) {
      this(keys, "[rules." + rule.code() + "]: " + String.join(".", keys) + " " + what);
    }
  }

  /** What is wrong with the first limit that is. */
  static Optional<Wrong> mistake(Rule rule) {
    for (Map.Entry<String, Double> limit : new TreeMap<>(rule.limits()).entrySet()) {
      String name = RecordReader.kebab(limit.getKey());
      Optional<String> wrong = wrong(name, limit.getValue(), rule.limits());
      if (wrong.isPresent()) {
        return Optional.of(new Wrong(rule, List.of(name), wrong.get()));
      }
    }
    for (Map.Entry<String, Double> limit : new TreeMap<>(rule.surely()).entrySet()) {
      String name = RecordReader.kebab(limit.getKey());
      Optional<String> wrong =
          wrong(name, limit.getValue(), rule.sureLimits())
              .or(() -> wrong(rule, name, limit.getValue()));
      if (wrong.isPresent()) {
        return Optional.of(new Wrong(rule, List.of("surely", name), wrong.get()));
      }
    }
    return Optional.empty();
  }

  /** What is wrong with a limit from which on a veto is sure. */
  private static Optional<String> wrong(Rule rule, String name, double value) {
    Double limit = rule.limits().get(RecordReader.camel(name));
    boolean within =
        limit != null
            && ((name.startsWith("most-") && value < limit)
                || (name.startsWith("least-") && value > limit));
    return within
        ? said("lies within the limit itself, from which on staff are asked: ", value)
        : Optional.empty();
  }

  private static Optional<String> wrong(String name, double value, Map<String, Double> all) {
    if (name.matches(".*(share|score|presence)") && (value < 0 || value > MOST_SHARE)) {
      return said("is a share, from 0 to 1 and not in percent, but says ", value);
    }
    if (name.endsWith("-degrees") && (value < 0 || value > HALF_TURN)) {
      return said("is from 0 to 180, not ", value);
    }
    if (name.endsWith("-px") && value < 0) {
      return said("cannot be below 0, as is ", value);
    }
    if (name.matches("most-.{2,}") && value < 0) {
      return said("is below 0, so that nothing can pass: ", value);
    }
    if (name.matches("least-.{2,}") && value < 0) {
      return said("is below 0, so that nothing can fail: ", value);
    }
    String other = name.startsWith("least-") ? "most-" + name.substring("least-".length()) : "";
    Double most = all.get(RecordReader.camel(other));
    return most != null && value > most
        ? Optional.of("is above " + other + ": nothing can pass")
        : Optional.empty();
  }

  private static Optional<String> said(String sentence, double value) {
    return Optional.of(sentence + String.format(Locale.ROOT, "%.4g", value));
  }
}
