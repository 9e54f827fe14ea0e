package org.huizhi.queue;

/** A step that a ticket can take, with the states that it may be taken from. */
public enum TicketStep {
  /** Called once more to the machine it was called to. */
  RECALL("'CALLED'", "calls = calls + 1, called_at = :now", true),
  /** The person is there. */
  SERVE("'CALLED'", "state = 'SERVING'", true),
  /** The person is served. */
  DONE("'CALLED', 'SERVING'", "state = 'DONE', ended_at = :now", true),
  /** The person did not come. */
  NO_SHOW("'CALLED'", "state = 'NO_SHOW', ended_at = :now", true),
  /** Put aside. */
  HOLD("'WAITING', 'CALLED', 'SERVING'", "state = 'HELD', machine = null", false),
  /** Back into the queue, at the place that it had. */
  TAKE_BACK("'HELD'", "state = 'WAITING', for_machine = null", false),
  /** Whoever comes too late waits from now on. */
  COME_LATE("'NO_SHOW'", "state = 'WAITING', machine = null, ended_at = null, rank = :now", false),
  CANCEL(
      "'WAITING', 'CALLED', 'SERVING', 'HELD', 'NO_SHOW'",
      "state = 'CANCELLED', ended_at = :now",
      false),
  /** Its business day is over. */
  EXPIRE("'CALLED', 'SERVING'", "state = 'EXPIRED', ended_at = :now", true);

  private final String from;
  private final String change;
  private final boolean onlyHere;

  TicketStep(String from, String change, boolean onlyHere) {
    this.from = from;
    this.change = change;
    this.onlyHere = onlyHere;
  }

  String from() {
    return "(" + from + ")";
  }

  String change() {
    return change;
  }

  /** Whether only the machine that the ticket is at may take it. */
  boolean onlyHere() {
    return onlyHere;
  }

  /** In the words of the audit. */
  String deed() {
    return switch (this) {
      case RECALL -> "ticket called again";
      case SERVE -> "ticket confirmed";
      case DONE -> "ticket done";
      case NO_SHOW -> "ticket not shown";
      case HOLD -> "ticket held";
      case TAKE_BACK -> "ticket taken back";
      case COME_LATE -> "ticket came late";
      case CANCEL -> "ticket cancelled";
      case EXPIRE -> "ticket expired";
    };
  }
}
