package org.huizhi.spec;

import java.util.Map;

/**
 * One rule of a document as its spec file states it.
 *
 * @param limits the check's limits by the name of its record component, in the unit that the name
 *     ends in
 */
public record Rule(Code code, Severity severity, Map<String, Double> limits) {
  public Rule {
    limits = Map.copyOf(limits);
  }
}
