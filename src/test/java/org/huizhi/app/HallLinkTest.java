package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.huizhi.config.KioskConfig;
import org.huizhi.record.Cases;
import org.huizhi.record.NewReview;
import org.huizhi.record.Retention;
import org.huizhi.record.ReviewState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HallLinkTest {
  private static final Retention KEEP = Retention.of(Duration.ofDays(90));

  @TempDir private Path data = Path.of("");
  private Instant now = Instant.parse("2026-11-26T04:00:00Z");

  @Test
  void aClockThatJumpsYearsAheadDeletesNothing() throws Exception {
    InstantSource time = () -> now;
    Clock clock = time.withZone(ZoneId.of("Asia/Shanghai"));
    KioskConfig config = KioskConfig.read(Path.of("kiosk-config"));
    try (HallLink link = new HallLink(config, data, true, clock)) {
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
}
