package org.huizhi.record;

/** What became of a photo that a person was asked about. */
public enum ReviewState {
  WAITING,
  APPROVED,
  /** The person may take another one. */
  RETAKE,
  REFUSED,
  /** Nobody waits for the answer any more. */
  WITHDRAWN
}
