package org.huizhi.record;

/** How far a slip is on its way to paper. */
public enum JobState {
  /** Stored, not yet given to a printer: may be sent, also after a restart. */
  QUEUED,
  /** Given to a printer, end not known yet. Never sent again by itself. */
  SENT,
  /** The printer said that it has begun. */
  PRINTING,
  /** The printer said that the paper is out. */
  PRINTED,
  /** The printer said that there will be no paper. */
  FAILED,
  /** Nobody knows: staff look at the tray and say. */
  UNKNOWN;

  /** Whether paper may still come of it; a case has at most one such job. */
  public boolean open() {
    return switch (this) {
      case QUEUED, SENT, PRINTING, UNKNOWN -> true;
      case PRINTED, FAILED -> false;
    };
  }
}
