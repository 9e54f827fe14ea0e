package org.huizhi.storage;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a clock says and what a counter has run, each set by the test. */
class DateWatchTest {
  private static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");
  private static final Duration HALF_MINUTE = Duration.ofSeconds(30);

  @TempDir private Path dir = Path.of("");
  private Instant wall = NOON;
  private long nanos;

  private DateWatch watch() {
    return new DateWatch(dir.resolve("date.seen"), () -> nanos, () -> Optional.of(NOON));
  }

  /** Both clocks go on together. */
  private boolean after(DateWatch watch, Duration time) {
    wall = wall.plus(time);
    nanos += time.toNanos();
    return watch.believes(wall);
  }

  @Test
  void timeThatPassesIsBelieved() {
    DateWatch watch = watch();
    for (int day = 0; day < 400; day++) {
      assertTrue(after(watch, Duration.ofDays(1)));
    }
    wall = wall.plus(Duration.ofHours(87)); // off over a long weekend
    assertTrue(watch().believes(wall));
  }

  @Test
  void aClockThatJumpsAheadIsNotUntilItIsRightAgain() {
    DateWatch watch = watch();
    assertTrue(after(watch, HALF_MINUTE));
    wall = wall.plus(Duration.ofDays(2000));
    assertFalse(after(watch, HALF_MINUTE));
    assertTrue(watch.doubted());
    assertFalse(after(watch, Duration.ofHours(20)));
    wall = wall.minus(Duration.ofDays(2000));
    assertTrue(after(watch, HALF_MINUTE));
    assertFalse(watch.doubted());
    wall = wall.plus(Duration.ofDays(2000));
    assertFalse(after(watch, Duration.ofHours(20)), "the 20 hours of before do not count");
  }

  @Test
  void aMachineThatWasOffForAHolidayWaitsForADayOfRunning() {
    assertTrue(watch().believes(wall));
    wall = wall.plus(Duration.ofDays(9));
    for (int day = 0; day < 3; day++) { // on for eight hours a day
      DateWatch watch = watch();
      assertFalse(watch.believes(wall));
      assertFalse(after(watch, Duration.ofHours(7)));
      wall = wall.plus(Duration.ofHours(17));
    }
    assertFalse(watch().believes(wall), "21 hours");
    DateWatch watch = watch();
    assertFalse(watch.believes(wall));
    assertTrue(after(watch, Duration.ofHours(3)));
    assertTrue(watch().believes(wall));
  }

  /** A battery that is dead gives another date at each start. */
  @Test
  void aClockThatJumpsAgainAndAgainKeepsNothingForEver() {
    assertTrue(watch().believes(wall));
    int starts = 0;
    boolean believed = false;
    while (!believed) {
      starts++;
      assertTrue(starts < 10);
      wall = wall.plus(Duration.ofDays(100));
      DateWatch watch = watch();
      believed = watch.believes(wall) || after(watch, Duration.ofHours(8));
    }
  }

  @Test
  void aDateThatIsBehindMakesNothingDueAndIsNotLearnedAtOnce() {
    DateWatch watch = watch();
    assertTrue(after(watch, HALF_MINUTE));
    wall = Instant.EPOCH;
    assertTrue(after(watch, HALF_MINUTE));
    wall = NOON.plus(Duration.ofMinutes(2)); // the network has set it
    assertTrue(after(watch, HALF_MINUTE));
    assertFalse(watch.doubted());
  }

  @Test
  void hoursWithADateBehindDoNotCountForOneAhead() {
    DateWatch watch = watch();
    assertTrue(after(watch, HALF_MINUTE));
    wall = Instant.EPOCH;
    assertTrue(after(watch, Duration.ofHours(23)));
    wall = NOON.plus(Duration.ofDays(13_000));
    assertFalse(after(watch, HALF_MINUTE));
    assertFalse(after(watch, Duration.ofHours(23)));
    assertTrue(after(watch, Duration.ofHours(1)));
  }

  @Test
  void whatSomebodyConfirmsIsBelievedByTheProgramThatRuns() {
    DateWatch runs = watch();
    assertTrue(runs.believes(wall));
    wall = wall.plus(Duration.ofDays(20));
    assertFalse(after(runs, HALF_MINUTE));
    assertFalse(watch().wouldBelieve(wall));
    watch().confirm(wall);
    assertTrue(after(runs, HALF_MINUTE));
  }

  /** A command runs but a moment, and where no kiosk does any more, nobody else notes the date. */
  @Test
  void whatIsSeenOnceIsNotedUnlessItIsBehind() {
    assertTrue(watch().believes(wall));
    assertTrue(watch().sees(wall.plus(Duration.ofDays(3))));
    assertTrue(watch().sees(wall.plus(Duration.ofDays(6))));
    assertFalse(watch().sees(wall.plus(Duration.ofDays(11))));
    assertTrue(watch().sees(Instant.EPOCH));
    assertTrue(watch().sees(wall.plus(Duration.ofDays(9))));
  }

  @Test
  void theFirstTimeItGoesByTheRecord() throws Exception {
    assertFalse(watch().believes(NOON.plus(Duration.ofDays(30))));
    Files.delete(dir.resolve("date.seen"));
    DateWatch empty = new DateWatch(dir.resolve("date.seen"), () -> nanos, Optional::empty);
    assertTrue(empty.believes(NOON.plus(Duration.ofDays(30))));
  }
}
