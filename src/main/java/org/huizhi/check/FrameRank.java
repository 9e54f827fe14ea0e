package org.huizhi.check;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;
import org.huizhi.spec.Code;
import org.huizhi.spec.Severity;

/**
 * Which of several judged frames makes the best photo. First the decision, then the fewest broken
 * vetoes, then the fewest of any rules; among equals a sum in which each measure counts by how far
 * it lies from the best that people show: sharpness, open eyes, a straight head, a closed mouth.
 */
final class FrameRank {
  /** Better frames are greater. */
  static final Comparator<Verdict> BEST_LAST =
      Comparator.comparingInt((Verdict verdict) -> worth(verdict.decision()))
          .thenComparing(Comparator.comparingLong(FrameRank::brokenVetoes).reversed())
          .thenComparing(Comparator.comparingLong(Verdict::unmet).reversed())
          .thenComparingDouble(FrameRank::score);

  private FrameRank() {}

  private static int worth(Verdict.Decision decision) {
    return switch (decision) {
      case FAIL -> 0;
      case UNSURE -> 1;
      case PASS -> 2;
    };
  }

  private static long brokenVetoes(Verdict verdict) {
    return verdict.assessments().stream()
        .filter(assessment -> assessment.severity() == Severity.VETO)
        .filter(assessment -> !(assessment.finding() instanceof Met))
        .count();
  }

  /** The spans are those between good and barely passing portraits. */
  static double score(Verdict verdict) {
    Map<Code, Double> measured = new EnumMap<>(Code.class);
    for (Assessment assessment : verdict.assessments()) {
      switch (assessment.finding()) {
        case Met met -> measured.put(assessment.code(), met.measured());
        case Missed missed -> measured.put(assessment.code(), missed.measured());
        case Unseen unseen -> {}
      }
    }
    double turned =
        Math.abs(measured.getOrDefault(Code.POSE_YAW, 0.0))
            + Math.abs(measured.getOrDefault(Code.POSE_PITCH, 0.0))
            + Math.abs(measured.getOrDefault(Code.POSE_ROLL, 0.0));
    return measured.getOrDefault(Code.BLUR, 0.0) / 0.08
        + Math.min(0.3, measured.getOrDefault(Code.EYES_CLOSED, 0.0)) / 0.1
        - turned / 15
        - measured.getOrDefault(Code.MOUTH_OPEN, 0.0) / 0.02;
  }
}
