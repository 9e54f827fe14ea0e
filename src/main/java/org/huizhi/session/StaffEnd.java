package org.huizhi.session;

/** How staff ended a visit, as the screen says it to whoever still stands there. */
public enum StaffEnd {
  RESET,
  TO_THE_COUNTER
}
