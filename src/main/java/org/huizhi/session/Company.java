package org.huizhi.session;

/** Who stands before the camera, and whether somebody stands by them. */
public enum Company {
  ALONE,

  /** A child under 14; a parent or guardian agrees. */
  CHILD,

  /** Somebody whom another person helps. */
  CARER
}
