package org.huizhi.record;

import java.time.Clock;
import java.util.Optional;
import org.huizhi.storage.Database;

/** How many sheets printers have left that cannot tell it themselves. Any thread. */
public final class SheetCounts {
  private final Database database;
  private final Clock clock;

  SheetCounts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What is left; empty for a printer that was never used or filled. */
  public Optional<Integer> left(String printer) {
    return database.read(
        "Reading a sheet count",
        handle ->
            handle
                .createQuery("select sheets_left from sheet_count where printer = :printer")
                .bind("printer", printer)
                .mapTo(Integer.class)
                .findOne());
  }

  /**
   * One sheet less.
   *
   * @param full how many there were, where nothing is on record yet
   */
  public void used(String printer, int full) {
    write(
        printer,
        full - 1,
        "case when sheet_count.sheets_left > 0 then sheet_count.sheets_left - 1 else 0 end");
  }

  /** Staff put paper in: so many sheets are there now. */
  public void filled(String printer, int sheets) {
    write(printer, sheets, "excluded.sheets_left");
  }

  private void write(String printer, int fresh, String otherwise) {
    database.write(
        "Counting sheets",
        handle ->
            handle
                .createUpdate(
                    """
                    insert into sheet_count (printer, sheets_left, changed_at)
                    values (:printer, :fresh, :now)
                    on conflict (printer) do update set changed_at = excluded.changed_at,
                      sheets_left =
                    """
                        + otherwise)
                .bind("printer", printer)
                .bind("fresh", fresh)
                .bind("now", clock.millis())
                .execute());
  }
}
