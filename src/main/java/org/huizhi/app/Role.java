package org.huizhi.app;

/** What a machine is in its hall. */
enum Role {
  /** Takes photos. */
  KIOSK,
  /** Gives tickets. */
  TICKETS,
  /** Shows who is called. */
  BOARD,
  /** For the staff. */
  CONSOLE
}
