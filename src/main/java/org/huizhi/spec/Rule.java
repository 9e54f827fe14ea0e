package org.huizhi.spec;

import java.util.HashMap;
import java.util.Map;

/**
 * One rule of a document as its spec file states it.
 *
 * @param limits the check's limits by the name of its record component, in the unit that the name
 *     ends in
 * @param surely wider ones of these: between both a veto is none, and staff are asked; empty where
 *     all beyond the limits is a veto
 */
public record Rule(
    Code code, Severity severity, Map<String, Double> limits, Map<String, Double> surely) {
  public Rule {
    limits = Map.copyOf(limits);
    surely = Map.copyOf(surely);
  }

  public Rule(Code code, Severity severity, Map<String, Double> limits) {
    this(code, severity, limits, Map.of());
  }

  /** The limits with the wider ones in their place. */
  public Map<String, Double> sureLimits() {
    Map<String, Double> all = new HashMap<>(limits);
    all.putAll(surely);
    return all;
  }
}
