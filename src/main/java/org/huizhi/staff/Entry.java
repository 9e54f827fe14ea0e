package org.huizhi.staff;

import java.time.Instant;

/** The answer to somebody who wants to get in. */
public sealed interface Entry {
  record In(Person person) implements Entry {}

  /** There is no such person, or the PIN is not theirs: nobody is told which. */
  record Wrong() implements Entry {}

  /** The PIN is right, but this person was locked out. */
  record Locked() implements Entry {}

  /** Too many tries failed; before this moment none is looked at. */
  record TooSoon(Instant next) implements Entry {}
}
