package org.huizhi.record;

/** What became of an image number; none is ever given again. */
public enum NumberState {
  /** Taken for a case that is not stored yet. */
  RESERVED,
  /** Stored with its case and slip. */
  ISSUED,
  /** A gap: its case was never stored. */
  VOID
}
