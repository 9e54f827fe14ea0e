package org.huizhi.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.spec.Code;
import org.huizhi.spec.Severity;
import org.junit.jupiter.api.Test;

class FrameRankTest {
  private static Verdict verdict(double sharpness, double opening, double yaw) {
    Finding eyes = opening > 0.16 ? new Met(opening) : new Missed(opening, Advice.OPEN_EYES);
    return new Verdict(
        1,
        List.of(
            new Assessment(Code.POSE_YAW, Severity.VETO, new Met(yaw), ""),
            new Assessment(Code.EYES_CLOSED, Severity.VETO, eyes, ""),
            new Assessment(Code.BLUR, Severity.VETO, new Met(sharpness), "")));
  }

  private static void better(Verdict one, Verdict other) {
    assertTrue(FrameRank.BEST_LAST.compare(one, other) > 0);
    assertTrue(FrameRank.BEST_LAST.compare(other, one) < 0);
  }

  @Test
  void aFrameThatPassesBeatsASharperOneThatDoesNot() {
    better(verdict(0.30, 0.2, 0), verdict(0.40, 0.1, 0));
  }

  /** Somebody with a head scarf is asked about anyhow; a blink must not come with it. */
  @Test
  void amongFramesToAskAboutTheOneWithFewerDoubtsBeatsTheSharper() {
    better(verdict(0.30, 0.2, 0).with(SCARF), asked(verdict(0.40, 0.12, 0)).with(SCARF));
  }

  private static final List<Assessment> SCARF =
      List.of(
          new Assessment(Code.HEADGEAR, Severity.ASK, new Missed(0.9, Advice.TAKE_OFF_HAT), ""));

  private static Verdict asked(Verdict verdict) {
    return new Verdict(
        1,
        verdict.assessments().stream()
            .map(one -> new Assessment(one.code(), Severity.ASK, one.finding(), one.limit()))
            .toList());
  }

  @Test
  void amongEqualsTheSharperStraighterAndMoreOpenWins() {
    better(verdict(0.35, 0.25, 0), verdict(0.30, 0.25, 0));
    better(verdict(0.35, 0.28, 0), verdict(0.35, 0.20, 0));
    better(verdict(0.35, 0.25, 1), verdict(0.35, 0.25, -9));
  }
}
