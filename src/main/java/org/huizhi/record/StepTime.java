package org.huizhi.record;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.huizhi.storage.Database;

/**
 * How often and how long visits stood at a step.
 *
 * @param times how often it was left
 */
public record StepTime(long times, Duration all) {
  public static final StepTime NONE = new StepTime(0, Duration.ZERO);

  public StepTime plus(long more, Duration longer) {
    return new StepTime(times + more, all.plus(longer));
  }

  /** How long it took once; the whole time while it was not left yet. */
  public Duration mean() {
    return all.dividedBy(Math.max(1, times));
  }

  /** Adds to what a machine's day has. */
  public static void add(
      Database database, String machine, LocalDate day, Map<String, StepTime> steps) {
    database.write(
        "Keeping the times of steps",
        handle -> {
          steps.forEach(
              (step, time) ->
                  handle.execute(
                      "insert into step_time (machine, day, step, times, millis)"
                          + " values (?, ?, ?, ?, ?) on conflict (machine, day, step) do update"
                          + " set times = step_time.times + excluded.times,"
                          + " millis = step_time.millis + excluded.millis",
                      machine,
                      day.toString(),
                      step,
                      time.times(),
                      time.all().toMillis()));
          return true;
        });
  }

  /** Of all machines, by step. */
  static Map<String, StepTime> of(Database database, LocalDate first, LocalDate last) {
    Map<String, StepTime> steps = new TreeMap<>();
    database.read(
        "Reading the times of steps",
        handle -> {
          handle
              .createQuery(
                  "select step, sum(times) as times, sum(millis) as millis from step_time"
                      + " where day >= :first and day <= :last group by step")
              .bind("first", first.toString())
              .bind("last", last.toString())
              .map(
                  (row, context) ->
                      steps.put(
                          row.getString("step"),
                          new StepTime(
                              row.getLong("times"), Duration.ofMillis(row.getLong("millis")))))
              .list();
          return true;
        });
    return steps;
  }
}
