package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.huizhi.PassedTime;
import org.huizhi.session.Event;
import org.huizhi.session.Samples;
import org.huizhi.session.State;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class EngineTest {
  private static final Duration OFF = Duration.ofHours(14);

  /** A machine that starts before its time is set would else date each consent by the old one. */
  @Test
  void aCorrectedClockCountsFromTheNextVisitOnAndEndsNone() throws Exception {
    PassedTime time = new PassedTime(Samples.NOON);
    try (Engine engine = new Engine(Samples.session(), time.withZone(ZoneOffset.UTC), false)) {
      engine.start(_ -> {});
      time.pass(OFF);
      Instant corrected = time.instant();
      WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> !now(engine).isBefore(corrected));

      engine.tell(new Event.Started(engine.state().setting().number()));
      WaitForAsyncUtils.waitFor(
          30, TimeUnit.SECONDS, () -> engine.state() instanceof State.Consent);
      time.pass(OFF);
      CountDownLatch ticks = new CountDownLatch(3);
      engine.watch(_ -> ticks.countDown());
      assertTrue(ticks.await(30, TimeUnit.SECONDS));
      assertInstanceOf(State.Consent.class, engine.state(), "a correction ended a visit");
      assertTrue(now(engine).isBefore(corrected.plus(OFF)), now(engine).toString());
    }
  }

  private static Instant now(Engine engine) {
    return engine.state().setting().now();
  }
}
