package org.huizhi.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Serials;
import org.huizhi.storage.StorageTrouble;
import org.jdbi.v3.core.Handle;

/** Takes image numbers so that none is ever given twice and every gap is on record. */
final class Numbers {
  private final String machine;
  private final boolean lent;
  private final Audit audit;
  private final Clock clock;

  /**
   * @param lent whether numbers come from blocks of the hall and not from this database's counter
   * @param clock its zone is the hall's and says when a business day ends
   */
  Numbers(String machine, boolean lent, Audit audit, Clock clock) {
    this.machine = machine;
    this.lent = lent;
    this.audit = audit;
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
    while (true) {
      Serials.Lent given = serial(handle, format.series());
      String number = format.number(given.day(), given.serial());
      if (insert(handle, number, format.series(), given.day(), given.serial(), caseId)) {
        audit.note(handle, "number taken", number, "");
        Unmerged.mark(handle, caseId);
        return number;
      }
    }
  }

  private Serials.Lent serial(Handle handle, String series) {
    LocalDate today = LocalDate.now(clock);
    if (!lent) {
      return new Serials.Lent(today, Serials.next(handle, series, today));
    }
    return Serials.takeLent(handle, series, today)
        .orElseThrow(
            () ->
                new StorageTrouble(
                    StorageTrouble.Kind.AWAY,
                    "The image numbers lent to this machine are used up, and the hall's database"
                        + " is away."));
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
    audit.note(handle, "number void", number, reason);
  }

  /** A slip that was given is good no more: another stands for it. */
  void replace(Handle handle, String number, String by) {
    handle.execute(
        "update image_number set state = 'VOID', reason = ? where number = ?",
        "replaced by " + by,
        number);
    audit.note(handle, "number void", number, "replaced by " + by);
  }

  /** Records as gaps what a crash left between taking a number and storing its case. */
  int closeGaps(Handle handle) {
    handle
        .createUpdate(
            """
            insert into unmerged (case_id, changed)
            select case_id, 1 from image_number
            where state = 'RESERVED' and machine in ('', :machine)
              and case_id not in (select case_id from submission)
            on conflict (case_id) do update set changed = unmerged.changed + 1
            """)
        .bind("machine", machine)
        .execute();
    return handle
        .createUpdate(
            """
            update image_number set state = 'VOID', reason = 'the program ended before the slip'
            where state = 'RESERVED' and machine in ('', :machine)
              and case_id not in (select case_id from submission)
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
