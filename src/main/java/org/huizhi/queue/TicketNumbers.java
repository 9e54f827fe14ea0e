package org.huizhi.queue;

import java.time.LocalDate;

/**
 * Ticket numbers: the hall counts A001, A002 … in the order of taking. Numbers from 801 are lent to
 * machines in blocks, for when the database is away, so that they never meet the others.
 */
final class TicketNumbers {
  /** Lent numbers go on from day to day, so that no clock and no midnight can give one twice. */
  static final LocalDate ANY_DAY = LocalDate.EPOCH;

  private static final int LENT_FROM = 801;
  private static final int LENT = 199;
  private static final String LENT_SERIES = "/away";

  private TicketNumbers() {}

  static String series(TicketKind kind) {
    return "ticket/" + kind.prefix();
  }

  static String lentSeries(TicketKind kind) {
    return series(kind) + LENT_SERIES;
  }

  /** The hall's own: after 800 comes 1000. */
  static String number(TicketKind kind, long serial) {
    long shown = serial < LENT_FROM ? serial : serial + LENT;
    return kind.prefix() + String.format("%03d", shown);
  }

  /** One of a lent block; after 999 they go on where no day's own numbers come. */
  static String lentNumber(TicketKind kind, long serial) {
    long shown = serial <= LENT ? LENT_FROM - 1 + serial : 100_000 + serial;
    return kind.prefix() + String.format("%03d", shown);
  }
}
