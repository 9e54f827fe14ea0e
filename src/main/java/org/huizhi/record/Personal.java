package org.huizhi.record;

import java.util.Optional;

/** What the applicant said of themself. It never prints itself, so that no log can hold it. */
public record Personal(Optional<String> name, Optional<String> idNumber, Optional<String> phone) {
  /** Nothing was asked or told. */
  public static final Personal NONE = new Personal(Optional.empty(), Optional.empty());

  /** Of somebody who was not asked for a phone number. */
  public Personal(Optional<String> name, Optional<String> idNumber) {
    this(name, idNumber, Optional.empty());
  }

  @Override
  public String toString() {
    return "Personal[withheld]";
  }
}
