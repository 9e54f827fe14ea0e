package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Report;
import org.huizhi.record.StepTime;
import org.huizhi.session.Samples;
import org.huizhi.storage.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Times of steps, as the report gives them. */
class StepClockTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @TempDir private Path dir = Path.of("");
  private long nanos;

  @ParameterizedTest
  @EnumSource
  void stepsAndDowntimeAreCounted(Kind kind) {
    Clock clock = Clock.fixed(Samples.NOON, ZONE);
    StepClock steps = new StepClock("1", clock, () -> nanos);
    try (CaseStore store = CaseStore.open(dir, kind.storage(), "1", clock)) {
      steps.see(Samples.state("welcome"));
      stand("consent", 10, steps);
      stand("framing", 20, steps);
      stand("framing-shutter", 5, steps); // the same step
      stand("welcome", 500, steps);
      steps.bringHome(store.database());
      stand("framing", 15, steps);
      stand("out-of-order", 60, steps);
      steps.bringHome(store.database());
      nanos += Duration.ofSeconds(60).toNanos();
      steps.bringHome(store.database());
      Report report = Report.of(store.database(), LocalDate.now(clock), 1, ZONE);
      assertEquals(
          Map.of(
              "consent", new StepTime(1, Duration.ofSeconds(10)),
              "framing", new StepTime(2, Duration.ofSeconds(40)),
              "out-of-order", new StepTime(0, Duration.ofSeconds(120))),
          report.steps());
      assertEquals(
          Duration.ofSeconds(20), report.steps().getOrDefault("framing", StepTime.NONE).mean());
    }
  }

  private void stand(String state, int seconds, StepClock steps) {
    steps.see(Samples.state(state));
    nanos += Duration.ofSeconds(seconds).toNanos();
  }
}
