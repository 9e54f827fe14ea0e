package org.huizhi.record;

/** What became of a photo that the detection centre was asked about. */
public enum SubmissionState {
  /** To be sent, again and again until the centre says that it has it. */
  SUBMITTED,
  /** The centre has it. */
  CHECKING,
  PASSED,
  REFUSED,
  /** Its case was deleted, or nobody waited any longer. */
  CANCELLED;

  public boolean ended() {
    return switch (this) {
      case SUBMITTED, CHECKING -> false;
      case PASSED, REFUSED, CANCELLED -> true;
    };
  }
}
