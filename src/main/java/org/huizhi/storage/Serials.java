package org.huizhi.storage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Counts what is numbered, each series anew on each business day, and lends out blocks of numbers,
 * so that a machine can go on when the hall's database is away. A counter only grows: what was lent
 * and not used is never given to anybody else.
 */
public final class Serials {
  private Serials() {}

  /** One number of a lent block, with the day it was lent for. */
  public record Lent(LocalDate day, long serial) {}

  /** PostgreSQL: the transaction of this statement ends before it is on the disk. */
  static final String WITHOUT_WAITING = "set_config('synchronous_commit', 'off', true)";

  /** The next number of a series on a day, from 1. */
  public static long next(Handle handle, String series, LocalDate day) {
    return advance(handle, series, day, 1, "");
  }

  /**
   * The same in a short transaction of its own, because the whole hall waits at the counter. It
   * does not wait for the disk: PostgreSQL's log is in one order, so that the counter is there
   * before whatever bears its number. A crash in between leaves a number out and gives none twice.
   */
  public static long nextApart(Database server, String series, LocalDate day) {
    return server.single(
        "Counting", handle -> advance(handle, series, day, 1, ", " + WITHOUT_WAITING));
  }

  private static long advance(
      Handle handle, String series, LocalDate day, long by, String besides) {
    return Named.of(
            """
            insert into serial (series, business_day, last) values (:series, :day, :by)
            on conflict (series, business_day) do update set last = serial.last + excluded.last
            returning last
            """
                + besides)
        .first(
            handle,
            Map.of("series", series, "day", day.toString(), "by", by),
            row -> row.getLong("last"))
        .orElseThrow();
  }

  /**
   * Sees to it that the machine has at least half a block in hand. The hall gives the block away
   * before the machine has it: a crash between the two loses numbers and never gives one twice.
   *
   * @return whether a block was lent
   */
  public static boolean topUp(
      Database hall, Database own, String machine, String series, LocalDate day, int block) {
    long left = own.read("Looking at lent numbers", handle -> left(handle, series, day));
    if (left * 2 >= block) {
      return false;
    }
    long last =
        hall.write(
            "Lending numbers",
            handle -> {
              long end = advance(handle, series, day, block, "");
              insert(handle, series, day, end - block + 1, end, machine);
              return end;
            });
    own.write(
        "Keeping lent numbers",
        handle -> insert(handle, series, day, last - block + 1, last, machine));
    return true;
  }

  private static int insert(
      Handle handle, String series, LocalDate day, long first, long last, String machine) {
    return handle.execute(
        "insert into lent (series, business_day, first, last, next, machine)"
            + " values (?, ?, ?, ?, ?, ?)",
        series,
        day.toString(),
        first,
        last,
        first,
        machine);
  }

  private static long left(Handle handle, String series, LocalDate day) {
    return handle
        .createQuery(
            """
            select coalesce(sum(last - next + 1), 0) from lent
            where series = :series and business_day = :day
            """)
        .bind("series", series)
        .bind("day", day.toString())
        .mapTo(Long.class)
        .one();
  }

  /**
   * Takes a number from the blocks in hand: of this day, or, where the clock was set or the
   * database is away for days, of the newest day there is. Empty when all are used.
   */
  public static Optional<Lent> takeLent(Handle own, String series, LocalDate day) {
    return own.createQuery(
            """
            update lent set next = next + 1
            where (series, business_day, first) in
              (select series, business_day, first from lent
               where series = :series and next <= last
               order by case when business_day = :day then 0 else 1 end, business_day desc, first
               limit 1)
            returning business_day, next - 1 as serial
            """)
        .bind("series", series)
        .bind("day", day.toString())
        .map(
            (row, context) ->
                new Lent(LocalDate.parse(row.getString("business_day")), row.getLong("serial")))
        .findOne();
  }

  /**
   * Goes on from where another database stands: its counters and its blocks in hand. Where this one
   * is further, it stays. SQLite only.
   */
  public static void goOnFrom(Database other, Handle handle) {
    for (Map<String, Object> counter : rows(other, "serial")) {
      put(
          handle,
          counter,
          """
          insert into serial (series, business_day, last) values (:series, :business_day, :last)
          on conflict (series, business_day) do update set last = max(serial.last, excluded.last)
          """);
    }
    for (Map<String, Object> block : rows(other, "lent")) {
      put(
          handle,
          block,
          """
          insert into lent (series, business_day, first, last, next, machine)
          values (:series, :business_day, :first, :last, :next, :machine)
          on conflict (series, business_day, first) do update
          set next = max(lent.next, excluded.next)
          """);
    }
  }

  private static List<Map<String, Object>> rows(Database from, String table) {
    return from.read(
        "Reading the counters",
        handle -> handle.createQuery("select * from " + table).mapToMap().list());
  }

  private static void put(Handle handle, Map<String, Object> row, String sql) {
    try (Update update = handle.createUpdate(sql)) {
      update.bindMap(row).execute();
    }
  }

  /**
   * Leaves numbers out where nobody knows how far it was counted, and takes what was in hand as
   * used up.
   *
   * @param series those that are counted, also where there is no counter of them
   * @param days on which was counted, or may be yet, also where there is no counter of them
   */
  public static void leaveOut(
      Handle handle, Set<String> series, List<LocalDate> days, long numbers) {
    handle.execute("update serial set last = last + ?", numbers);
    handle.execute("update lent set next = last + 1");
    for (String one : series) {
      for (LocalDate day : days) {
        handle.execute(
            "insert into serial (series, business_day, last) values (?, ?, ?)"
                + " on conflict (series, business_day) do nothing",
            one,
            day.toString(),
            numbers);
      }
    }
  }
}
