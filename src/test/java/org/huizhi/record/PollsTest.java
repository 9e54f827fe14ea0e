package org.huizhi.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.huizhi.queue.HallQueue;
import org.huizhi.queue.TicketKind;
import org.huizhi.queue.Tickets;
import org.huizhi.storage.CutLine;
import org.huizhi.storage.Database;
import org.huizhi.storage.HallClock;
import org.huizhi.storage.Kind;
import org.huizhi.storage.TestHall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine asks every few seconds must not go through 90 days of slips. */
class PollsTest {
  private static final TicketKind ANY =
      new TicketKind("normal", "A", Duration.ZERO, Map.of("zh", "普通"));
  private static final Retention KEEP =
      new Retention(
          Duration.ofDays(90), Duration.ofDays(1), Map.of("passport", Duration.ofDays(9)));
  private static final Pattern WHOLE =
      Pattern.compile("SCAN (\\w++)(?! USING (COVERING )?INDEX).*");

  /** There are a dozen machines, and what is constant is no table. */
  private static final List<String> SMALL = List.of("machine", "CONSTANT");

  @TempDir Path dir;

  @Test
  void noneOfThemGoesThroughAWholeTable() {
    try (TestHall hall = new TestHall(Kind.SQLITE, dir);
        Database truth = hall.database()) {
      CutLine line = hall.line();
      Database database = hall.over(line);
      CaseStore store = CaseStore.over(database, dir.resolve("keys"), "1", false, Cases.CLOCK);
      HallQueue queue =
          new HallQueue(database, database, "1", List.of(ANY), new HallClock(Cases.CLOCK));
      Issued due = store.issue(Cases.fresh("due"), Cases.PLAIN, Cases::slip);
      line.asked().clear();
      store.jobs().ended(due.job().id(), JobState.FAILED, "");
      store.purge(KEEP.at(Cases.NOW.plus(KEEP.usual()).plusSeconds(1)));
      store.jobs().lastPrinted("p");
      store.jobs().unfinished();
      store.outbox().open();
      store.outbox().due(10);
      DayCounts.of(database, "1", Cases.NOW.minusSeconds(60), Cases.NOW);
      queue.meet(true, "");
      queue.next();
      queue.waitOf(ANY);
      queue.ask(Tickets::news);
      assertFalse(line.asked().isEmpty());
      List<String> whole = new ArrayList<>();
      for (String asked : line.asked()) {
        for (String step : plan(truth, asked)) {
          var scan = WHOLE.matcher(step);
          if (scan.matches() && !SMALL.contains(scan.group(1))) {
            whole.add(step + ": " + asked);
          }
        }
      }
      assertEquals(List.of(), whole);
      assertTrue(
          line.asked().stream()
              .filter(asked -> asked.contains("'EXPIRED'"))
              .flatMap(asked -> plan(truth, asked).stream())
              .anyMatch(step -> step.contains("ticket_open")));
    }
  }

  private static List<String> plan(Database database, String sql) {
    return database.read(
        "Asking for a plan",
        handle -> {
          List<String> steps = new ArrayList<>();
          try (var statement =
                  handle.getConnection().prepareStatement("explain query plan " + sql);
              var rows = statement.executeQuery()) {
            while (rows.next()) {
              steps.add(rows.getString("detail"));
            }
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
          return steps;
        });
  }
}
