package org.huizhi.record;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huizhi.storage.Database;

/**
 * What a hall did, day by day, without anything personal.
 *
 * @param retakes how many shots each rule's code spoiled before a photo was stored
 * @param steps how long visits stood at each step; {@code out-of-order} is no visit's but the
 *     machine's
 */
public record Report(List<Day> days, Map<String, Integer> retakes, Map<String, StepTime> steps) {
  /** One day. */
  public record Day(LocalDate date, DayCounts counts) {}

  public Report {
    days = List.copyOf(days);
    retakes = Map.copyOf(retakes);
    steps = Map.copyOf(steps);
  }

  /**
   * Counts.
   *
   * @param last the last day
   * @param count how many days
   */
  public static Report of(Database database, LocalDate last, int count, ZoneId zone) {
    List<Day> days = new ArrayList<>();
    LocalDate first = last.minusDays(count - 1L);
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      days.add(
          new Day(
              day,
              DayCounts.of(
                  database,
                  "",
                  day.atStartOfDay(zone).toInstant(),
                  day.plusDays(1).atStartOfDay(zone).toInstant())));
    }
    return new Report(
        days,
        retakes(
            database,
            first.atStartOfDay(zone).toInstant(),
            last.plusDays(1).atStartOfDay(zone).toInstant()),
        StepTime.of(database, first, last));
  }

  private static Map<String, Integer> retakes(Database database, Instant from, Instant to) {
    Map<String, Integer> retakes = new TreeMap<>();
    List<String> all =
        database.read(
            "Counting retakes",
            handle ->
                handle
                    .createQuery(
                        "select earlier from photo_case where earlier is not null"
                            + " and stored_at >= :from and stored_at < :to")
                    .bind("from", from.toEpochMilli())
                    .bind("to", to.toEpochMilli())
                    .mapTo(String.class)
                    .list());
    for (String earlier : all) {
      for (JsonElement shot : JsonParser.parseString(earlier).getAsJsonArray()) {
        shot.getAsJsonArray().forEach(finding -> count(finding.getAsJsonObject(), retakes));
      }
    }
    return retakes;
  }

  private static void count(JsonObject finding, Map<String, Integer> retakes) {
    if (!finding.get("result").getAsString().equals("met")
        && !finding.get("severity").getAsString().equals("hint")) {
      retakes.merge(finding.get("code").getAsString(), 1, Integer::sum);
    }
  }

  /** A table for a spreadsheet: a line a day, then a line a rule. */
  public String csv() {
    StringBuilder csv =
        new StringBuilder("day,photos,by staff,refused by staff,printed,not printed,unknown\n");
    for (Day day : days) {
      DayCounts counts = day.counts();
      csv.append(
          "%s,%d,%d,%d,%d,%d,%d\n"
              .formatted(
                  day.date(),
                  counts.cases(),
                  counts.decided(),
                  counts.refused(),
                  counts.printed(),
                  counts.failed(),
                  counts.unknown()));
    }
    csv.append("\nrule,shots spoiled\n");
    new TreeMap<>(retakes).forEach((code, count) -> csv.append(code + "," + count + "\n"));
    csv.append("\nstep,times,mean seconds,all seconds\n");
    new TreeMap<>(steps)
        .forEach(
            (step, time) ->
                csv.append(
                    "%s,%d,%d,%d\n"
                        .formatted(
                            step, time.times(), time.mean().toSeconds(), time.all().toSeconds())));
    return csv.toString();
  }
}
