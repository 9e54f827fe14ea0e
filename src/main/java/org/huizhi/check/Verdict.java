package org.huizhi.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huizhi.spec.Code;
import org.huizhi.spec.Severity;

/**
 * The judgement on one picture, in the order in which a person can act on it.
 *
 * @param faces how many faces were found
 */
public record Verdict(int faces, List<Assessment> assessments) {
  /** Which of several verdicts is on the better picture: the greater one. */
  public static final Comparator<Verdict> BEST_LAST = FrameRank.BEST_LAST;

  /** PASS and FAIL are certain; UNSURE asks for another shot or for staff. */
  public enum Decision {
    PASS,
    FAIL,
    UNSURE
  }

  public Verdict {
    assessments = List.copyOf(assessments);
  }

  /** This verdict and what was found later, such as on the finished file. */
  public Verdict with(List<Assessment> more) {
    List<Assessment> all = new ArrayList<>(assessments);
    all.addAll(more);
    return new Verdict(faces, all);
  }

  /** FAIL when a veto is missed; UNSURE when an ask is missed or a veto or ask is unseen. */
  public Decision decision() {
    boolean unsure = false;
    for (Assessment assessment : assessments) {
      if (assessment.severity() == Severity.HINT || assessment.finding() instanceof Finding.Met) {
        continue;
      }
      if (assessment.severity() == Severity.VETO
          && assessment.finding() instanceof Finding.Missed) {
        return Decision.FAIL;
      }
      unsure = true;
    }
    return unsure ? Decision.UNSURE : Decision.PASS;
  }

  /** How many rules keep it from passing: vetoes and asks that are missed or unseen. */
  public long unmet() {
    return assessments.stream()
        .filter(assessment -> assessment.severity() != Severity.HINT)
        .filter(assessment -> !(assessment.finding() instanceof Finding.Met))
        .count();
  }

  /**
   * Whether the shot may be taken: it passes, and the face stands where the photo needs it, though
   * distance and position are only hints.
   */
  public boolean isReady() {
    return decision() == Decision.PASS
        && assessments.stream()
            .filter(assessment -> isPlace(assessment.code()))
            .allMatch(assessment -> assessment.finding() instanceof Finding.Met);
  }

  private static boolean isPlace(Code code) {
    return code == Code.FACE_DISTANCE || code == Code.FACE_POSITION;
  }

  /**
   * The first advice that the person should follow, that of other hints last; empty when nothing is
   * missed.
   */
  public Optional<Advice> advice() {
    return advice(false).or(() -> advice(true));
  }

  private Optional<Advice> advice(boolean hint) {
    return assessments.stream()
        .filter(
            assessment ->
                hint == (assessment.severity() == Severity.HINT && !isPlace(assessment.code())))
        .map(Assessment::finding)
        .filter(Finding.Missed.class::isInstance)
        .map(finding -> ((Finding.Missed) finding).advice())
        .findFirst();
  }
}
