package org.huizhi.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.spec.Code;
import org.huizhi.spec.Severity;
import org.junit.jupiter.api.Test;

class SteadinessTest {
  private static final long MS = 1_000_000;
  private final Steadiness steadiness =
      new Steadiness(
          new Steadiness.Times(
              Duration.ofMillis(200), Duration.ofMillis(300), Duration.ofMillis(900)));

  private static Verdict verdict(Finding eyes, Finding place) {
    return new Verdict(
        1,
        List.of(
            new Assessment(Code.FACE_POSITION, Severity.HINT, place, ""),
            new Assessment(Code.EYES_CLOSED, Severity.VETO, eyes, "")));
  }

  private static final Finding OPEN = new Met(0.3);
  private static final Finding SHUT = new Missed(0.05, Advice.OPEN_EYES);
  private static final Finding HERE = new Met(0);
  private static final Finding AWAY = new Missed(1, Advice.MOVE_LEFT);

  @Test
  void aBlinkNeitherAdvisesNorShoots() {
    for (long ms = 0; ms <= 800; ms += 40) {
      steadiness.settle(verdict(OPEN, HERE), ms * MS);
    }
    assertTrue(steadiness.held() > 0.8 && steadiness.held() < 1);
    Verdict calm = steadiness.settle(verdict(SHUT, HERE), 840 * MS);
    assertEquals(Optional.empty(), calm.advice());
    assertEquals(0, steadiness.held());
    steadiness.settle(verdict(OPEN, HERE), 880 * MS);
    steadiness.settle(verdict(OPEN, HERE), 1700 * MS);
    assertTrue(steadiness.held() < 1);
    steadiness.settle(verdict(OPEN, HERE), 1780 * MS);
    assertEquals(1, steadiness.held());
  }

  @Test
  void whatLastsIsSaidAndStaysUntilItIsMended() {
    steadiness.settle(verdict(OPEN, HERE), 0);
    steadiness.settle(verdict(SHUT, HERE), 100 * MS);
    Verdict calm = steadiness.settle(verdict(SHUT, HERE), 300 * MS);
    assertEquals(Optional.of(Advice.OPEN_EYES), calm.advice());
    calm = steadiness.settle(verdict(OPEN, HERE), 340 * MS);
    assertEquals(Optional.of(Advice.OPEN_EYES), calm.advice());
    calm = steadiness.settle(verdict(OPEN, HERE), 640 * MS);
    assertEquals(Optional.empty(), calm.advice());
  }

  @Test
  void aValueThatTremblesAtItsLimitDoesNotMakeTheAdviceDance() {
    steadiness.settle(verdict(SHUT, HERE), 0);
    for (long frame = 1; frame < 100; frame++) {
      Verdict calm =
          steadiness.settle(verdict(frame % 2 == 0 ? SHUT : OPEN, HERE), frame * 33 * MS);
      assertEquals(Optional.of(Advice.OPEN_EYES), calm.advice());
    }
  }

  @Test
  void aHintOfPositionHoldsTheShotBackThoughTheVerdictPasses() {
    for (long ms = 0; ms <= 2000; ms += 40) {
      steadiness.settle(verdict(OPEN, AWAY), ms * MS);
    }
    assertEquals(0, steadiness.held());
  }
}
