package org.huizhi.session;

import org.huizhi.spec.Field;

/** What is being typed. Its text form shows only how long it is, so that no log can tell more. */
public record Draft(Field field, String text) {
  @Override
  public String toString() {
    return "Draft[" + field + ", " + text.length() + " characters]";
  }
}
