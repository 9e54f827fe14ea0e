package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huizhi.camera.LatestFrame;
import org.huizhi.config.KioskConfig;
import org.huizhi.record.Backup;
import org.huizhi.record.Cases;
import org.huizhi.record.Copies;
import org.huizhi.record.NewReview;
import org.huizhi.record.Retention;
import org.huizhi.record.ReviewState;
import org.huizhi.screen.Words;
import org.huizhi.storage.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HallLinkTest {
  private static final Retention KEEP = Retention.of(Duration.ofDays(90));

  @TempDir private Path dir = Path.of("");
  private Instant now = Instant.parse("2026-11-26T04:00:00Z");

  /** A clock that breaks. The queue goes by the hall's, the record by the machine's. */
  private static final class OwnClock extends Clock {
    private boolean broken;

    @Override
    public Instant instant() {
      if (broken) {
        throw new IllegalStateException("no clock");
      }
      return Instant.parse("2026-05-26T02:00:00Z");
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void aClockThatJumpsYearsAheadDeletesNothing() throws Exception {
    InstantSource time = () -> now;
    Clock clock = time.withZone(ZoneId.of("Asia/Shanghai"));
    KioskConfig config = KioskConfig.read(Path.of("kiosk-config"));
    try (HallLink link = new HallLink(config, dir, true, clock)) {
      link.store().issue(Cases.fresh("a", now), Cases.PLAIN, Cases::slip);
      link.reviews()
          .ask(
              new NewReview(
                  "r", "b", "passport", false, new byte[4], Optional.empty(), "[]", "[]"));
      assertEquals(0, link.purge(KEEP).cases());
      Instant right = now;
      now = now.plus(Duration.ofDays(2000));
      assertEquals(0, link.purge(KEEP).cases());
      assertTrue(link.store().byId("a").orElseThrow().photo().isPresent());
      assertEquals(ReviewState.WAITING, link.reviews().find("r").orElseThrow().state());
      assertTrue(link.dateInDoubt());
      now = right;
      assertEquals(0, link.purge(KEEP).cases());
      assertFalse(link.dateInDoubt());
    }
  }

  @Test
  void theQueueHearsOfAMachineWhoseRecordFails() throws Exception {
    Path folder = dir.resolve("config");
    new ConfigCopy(folder)
        .change("kiosk.toml", "database = \"sqlite\"", "database = \"" + TestServer.url() + "\"")
        .change("kiosk.toml", "tickets = false", "tickets = true");
    OwnClock clock = new OwnClock();
    try (HallLink link =
        new HallLink(KioskConfig.read(folder), dir.resolve("data"), false, clock)) {
      link.meet(true);
      assertEquals(1, working(link));
      clock.broken = true;
      assertThrows(IllegalStateException.class, () -> link.meet(false));
      assertEquals(0, working(link));
    }
  }

  /** Staff read it on the machine's page, with what mends it. */
  @Test
  void copiesThatAreNotMadeOrNotDeletedAreATrouble() throws Exception {
    KioskConfig config = KioskConfig.read(Path.of("kiosk-config"));
    Path data = dir.resolve("data");
    OwnClock clock = new OwnClock();
    HealthWatch watch = new HealthWatch(config.kiosk(), new LatestFrame(), () -> false, clock);
    try (HallLink link = new HallLink(config, data, false, clock)) {
      Path backups = Copies.folder(data);
      Files.writeString(backups, "no folder");
      link.backUp(data, clock);
      assertEquals(Optional.of("ill.backup"), watch.copies(link).trouble());

      Files.delete(backups);
      Path stuck = Files.createDirectories(backups.resolve("cases-2026-01-01.db/a"));
      Path old = Files.writeString(backups.resolve("cases-2026-01-02.db"), "");
      link.backUp(data, clock);
      assertEquals(Optional.of("ill.copies"), watch.copies(link).trouble());
      assertTrue(watch.copies(link).since().isPresent());
      assertFalse(Files.exists(old), "one that stays keeps no other");

      Files.delete(stuck);
      link.backUp(data, clock);
      assertTrue(watch.copies(link).well());
      assertTrue(Files.exists(Backup.of(backups, LocalDate.now(clock))));
    }
  }

  /** Neither what was wrong before, nor that all is well. */
  @Test
  void staffReadThatNoCopyIsMadeWhileTheDateIsInDoubt() throws Exception {
    KioskConfig config = KioskConfig.read(Path.of("kiosk-config"));
    InstantSource time = () -> now;
    Clock clock = time.withZone(ZoneId.of("Asia/Shanghai"));
    HealthWatch watch = new HealthWatch(config.kiosk(), new LatestFrame(), () -> false, clock);
    try (HallLink link = new HallLink(config, dir, true, clock)) {
      link.backUp(dir, clock);
      assertTrue(watch.copies(link).well());
      Instant right = now;
      now = now.plus(Duration.ofDays(2000));
      link.backUp(dir, clock);
      assertFalse(Files.exists(Backup.of(Copies.folder(dir), LocalDate.now(clock))));
      assertEquals(Optional.of("ill.copies-wait"), watch.copies(link).trouble());
      now = right;
      link.backUp(dir, clock);
      assertTrue(watch.copies(link).well());
    }
  }

  /** No words of their own, so that consoles of an older edition tell them too. */
  @Test
  void mistakesThatComeAgainAndAgainAreATroubleOfThePartThatTheyStop() throws Exception {
    KioskConfig config = KioskConfig.read(Path.of("kiosk-config"));
    AtomicBoolean callsFail = new AtomicBoolean(true);
    HealthWatch watch =
        new HealthWatch(config.kiosk(), new LatestFrame(), callsFail::get, new OwnClock());
    try (HallLink link = new HallLink(config, dir.resolve("data"), false, new OwnClock())) {
      assertEquals(Optional.of("trouble.mistake"), watch.database(link).trouble());
      assertTrue(watch.database(link).since().isPresent());
      callsFail.set(false);
      assertTrue(watch.database(link).well());
    }
    assertEquals(Optional.of("trouble.mistake"), watch.models(true).trouble());
    assertTrue(watch.models(false).well());
    Words words = config.words();
    for (String language : words.languages()) {
      assertNotEquals(HealthWatch.MISTAKE, words.say(language, HealthWatch.MISTAKE));
    }
  }

  private static int working(HallLink link) {
    return link.hall()
        .read(
            "Counting",
            handle ->
                handle
                    .createQuery("select count(*) from machine where working")
                    .mapTo(Integer.class)
                    .one());
  }
}
