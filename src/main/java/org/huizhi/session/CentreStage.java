package org.huizhi.session;

/** How far a photo is on its way to the detection centre. */
public enum CentreStage {
  SENDING,
  CHECKING,
  /** The centre does not answer, and is asked again and again. */
  NO_ANSWER
}
