package org.huizhi.record;

/** What became of a decision on a photo. */
public enum Ruling {
  DECIDED,
  /** Somebody else of the staff must approve too. */
  SECOND_NEEDED,
  /** Somebody else was faster, or nobody waits any more. */
  TOO_LATE
}
