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

  @Test
  void amongEqualsTheSharperStraighterAndMoreOpenWins() {
    better(verdict(0.35, 0.25, 0), verdict(0.30, 0.25, 0));
    better(verdict(0.35, 0.28, 0), verdict(0.35, 0.20, 0));
    better(verdict(0.35, 0.25, 1), verdict(0.35, 0.25, -9));
  }
}
