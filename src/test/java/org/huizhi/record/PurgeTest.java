package org.huizhi.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.huizhi.storage.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is due by clocks that were wrong. */
class PurgeTest {
  private static final Retention KEEP = Retention.of(Duration.ofDays(90));

  private static final Instant LATE = Cases.NOW.plus(Duration.ofDays(9000));

  @TempDir Path dir;
  private Instant now = Cases.NOW;

  private CaseStore open() {
    InstantSource time = () -> now;
    return CaseStore.open(dir.resolve("data"), time.withZone(Cases.HALL));
  }

  private void issue(CaseStore store, String id) {
    store.issue(Cases.fresh(id, now), Cases.PLAIN, Cases::slip);
  }

  private int purged(CaseStore store) {
    return store.purge(KEEP.at(now)).cases();
  }

  /** By its own date it would be kept for six years. */
  @Test
  void whatWasShotByAClockAheadIsDueWithWhatWasStoredNext() throws Exception {
    try (CaseStore store = open()) {
      issue(store, "before");
      now = Cases.NOW.plus(Duration.ofDays(2000));
      issue(store, "ahead");
      now = Cases.NOW.plus(Duration.ofDays(1));
      issue(store, "next");
      now = Cases.NOW.plus(Duration.ofDays(90)).plusSeconds(1);
      assertEquals(1, purged(store));
      assertTrue(store.byId("ahead").orElseThrow().photo().isPresent());
      Clock clock = Clock.fixed(now, Cases.HALL);
      Path copy = Backup.write(store, dir.resolve("backup"), KEEP, clock);
      try (Database copied = Database.open(copy)) {
        int left = copied.read("Counting", handle -> Purge.left(handle, Due.before(LATE)));
        assertEquals(0, left);
      }
      now = Cases.NOW.plus(Duration.ofDays(92));
      assertEquals(2, purged(store));
      assertTrue(store.byId("ahead").orElseThrow().photo().isEmpty());
    }
  }

  /** Once far behind, and behind again now. */
  @Test
  void byAClockThatFellBehindTwiceNothingIsDue() {
    try (CaseStore store = open()) {
      issue(store, "a");
      now = Cases.NOW.minus(Duration.ofDays(3000));
      issue(store, "far behind");
      now = Cases.NOW.plus(Duration.ofDays(1));
      issue(store, "b");
      now = Cases.NOW.minus(Duration.ofDays(1000));
      assertEquals(1, purged(store)); // by its own date
      assertTrue(store.byId("a").orElseThrow().photo().isPresent());
      assertTrue(store.byId("b").orElseThrow().photo().isPresent());
    }
  }

  /** All seem to be ahead then. */
  @Test
  void byAClockThatFellBehindNothingIsDue() {
    try (CaseStore store = open()) {
      issue(store, "a");
      now = Cases.NOW.plus(Duration.ofDays(30));
      issue(store, "b");
      now = Cases.NOW.minus(Duration.ofDays(300));
      issue(store, "behind");
      assertEquals(0, purged(store));
      now = Cases.NOW.minus(Duration.ofDays(211));
      assertEquals(0, purged(store));
    }
  }
}
