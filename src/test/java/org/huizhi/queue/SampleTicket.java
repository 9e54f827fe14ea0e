package org.huizhi.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A ticket that was just taken; its code is 4711. */
public final class SampleTicket {
  private SampleTicket() {}

  public static Ticket waiting(String id, String number, String kind, Instant takenAt) {
    return new Ticket(
        id,
        LocalDate.of(2026, 11, 26),
        number,
        kind,
        "4711",
        TicketState.WAITING,
        0,
        takenAt,
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty());
  }
}
