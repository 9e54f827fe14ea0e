package org.huizhi.record;

import java.util.Optional;

/** What the applicant said of themself. It never prints itself, so that no log can hold it. */
public record Personal(Optional<String> name, Optional<String> idNumber) {
  /** Nothing was asked or told. */
  public static final Personal NONE = new Personal(Optional.empty(), Optional.empty());

  @Override
  public String toString() {
    return "Personal[withheld]";
  }
}
