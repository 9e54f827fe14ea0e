package org.huizhi.spec;

/** What a missed or unseen rule does to the verdict. */
public enum Severity {
  /** The photo cannot pass. */
  VETO,
  /** The verdict becomes unsure: another shot, or staff decide. */
  ASK,
  /** Advice only. */
  HINT
}
