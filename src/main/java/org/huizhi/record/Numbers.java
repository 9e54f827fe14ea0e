package org.huizhi.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Takes image numbers so that none is ever given twice and every gap is on record. */
final class Numbers {
  private final String machine;
  private final Clock clock;

  /** The clock's zone is the hall's: it says when a business day ends. */
  Numbers(String machine, Clock clock) {
    this.machine = machine;
    this.clock = clock;
  }

  /** The case's number: the one it has already, or the next of the series. */
  String take(Handle handle, String caseId, NumberFormat format) {
    Optional<String> taken =
        handle
            .createQuery("select number from image_number where case_id = :case")
            .bind("case", caseId)
            .mapTo(String.class)
            .findOne();
    if (taken.isPresent()) {
      settle(handle, taken.get(), NumberState.RESERVED, "");
      return taken.get();
    }
    LocalDate day = LocalDate.now(clock);
    while (true) {
      long serial = nextSerial(handle, format.series(), day);
      String number = format.number(day, serial);
      if (insert(handle, number, format.series(), day, serial, caseId)) {
        return number;
      }
    }
  }

  private static long nextSerial(Handle handle, String series, LocalDate day) {
    return handle
        .createQuery(
            """
            insert into serial (series, business_day, last) values (:series, :day, 1)
            on conflict (series, business_day) do update set last = serial.last + 1
            returning last
            """)
        .bind("series", series)
        .bind("day", day.toString())
        .mapTo(Long.class)
        .one();
  }

  /** False when another series, say of an older pattern, has given the very same number before. */
  private boolean insert(
      Handle handle, String number, String series, LocalDate day, long serial, String caseId) {
    return handle
            .createUpdate(
                """
                insert into image_number
                  (number, series, business_day, serial, case_id, state, taken_at, machine)
                values (:number, :series, :day, :serial, :case, 'RESERVED', :now, :machine)
                on conflict (number) do nothing
                """)
            .bind("number", number)
            .bind("series", series)
            .bind("day", day.toString())
            .bind("serial", serial)
            .bind("case", caseId)
            .bind("now", clock.millis())
            .bind("machine", machine)
            .execute()
        == 1;
  }

  void issued(Handle handle, String number) {
    settle(handle, number, NumberState.ISSUED, "");
  }

  void gap(Handle handle, String number, String reason) {
    settle(handle, number, NumberState.VOID, reason);
  }

  /** Records as gaps what a crash left between taking a number and storing its case. */
  int closeGaps(Handle handle) {
    return handle
        .createUpdate(
            """
            update image_number set state = 'VOID', reason = 'the program ended before the slip'
            where state = 'RESERVED' and machine in ('', :machine)
            """)
        .bind("machine", machine)
        .execute();
  }

  private static void settle(Handle handle, String number, NumberState state, String reason) {
    handle
        .createUpdate(
            """
            update image_number set state = :state, reason = :reason
            where number = :number and state <> 'ISSUED'
            """)
        .bind("state", state.name())
        .bind("reason", reason)
        .bind("number", number)
        .execute();
  }
}
