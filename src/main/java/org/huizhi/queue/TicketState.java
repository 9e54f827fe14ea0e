package org.huizhi.queue;

/** Where a ticket stands. */
public enum TicketState {
  WAITING,
  /** Called to a machine; the person has not confirmed there yet. */
  CALLED,
  /** The person is at the machine. */
  SERVING,
  /** Put aside by staff until it is taken back. */
  HELD,
  DONE,
  /** Called as often as the rule says, and nobody came. */
  NO_SHOW,
  CANCELLED,
  /** Its business day is over. */
  EXPIRED,
  /** On its way from a machine that was cut off into the hall's database: nobody calls it. */
  MERGING
}
