package org.huizhi.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A place in the queue. It says nothing about the person.
 *
 * @param number as printed, such as A012; once on each business day
 * @param code four digits that confirm at the machine that this is the person called
 * @param rank milliseconds since 1970: the smallest is next
 * @param machine where it was called to
 * @param forMachine the machine that it was sent to, as long as that one works
 * @param calls how often it was called
 */
public record Ticket(
    String id,
    LocalDate businessDay,
    String number,
    String kind,
    String code,
    TicketState state,
    long rank,
    Instant takenAt,
    Optional<String> machine,
    Optional<String> forMachine,
    int calls,
    Optional<Instant> calledAt) {
  /** Whether this is the ticket's code, its number, or the digits of its number. */
  boolean isConfirmedBy(String entered) {
    return entered.equals(code)
        || entered.equals(number)
        || entered.equals(number.replaceAll("[A-Z]", ""));
  }

  Ticket with(TicketState other, int times) {
    return new Ticket(
        id,
        businessDay,
        number,
        kind,
        code,
        other,
        rank,
        takenAt,
        machine,
        forMachine,
        times,
        calledAt);
  }
}
