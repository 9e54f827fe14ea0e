package org.huizhi.queue;

/** What becomes of a ticket's paper. */
public enum TicketPrint {
  /** There is no printer for tickets. */
  NONE,
  UNDER_WAY,
  /** The printer said that it is out. */
  OUT,
  NOT_OUT
}
