package org.huizhi.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.huizhi.check.Assessment;
import org.huizhi.check.Finding;
import org.huizhi.check.Verdict;
import org.huizhi.check.Verdict.Decision;
import org.huizhi.spec.Code;

/**
 * What each check measures on pictures that people accepted and on those that carry its fault, and
 * the one limit that would part them best, so that a limit in a spec file is a decision with
 * evidence.
 */
final class Calibration {
  private record Values(List<Double> accepted, List<Double> faulty, List<String> limits) {}

  /**
   * One limit on a measured value or on its amount.
   *
   * @param atMost whether the good lie below it
   * @param refused accepted pictures beyond it
   * @param missed faulty pictures within it
   */
  private record Cut(double limit, boolean atMost, boolean amount, int refused, int missed) {}

  private final Map<Code, Values> values = new EnumMap<>(Code.class);
  private final Map<Decision, Integer> onAccepted = new EnumMap<>(Decision.class);
  private final Map<Decision, Integer> onFaulty = new EnumMap<>(Decision.class);

  /**
   * Takes in one picture.
   *
   * @param accepted whether people accepted it
   * @param faults the codes that it certainly carries
   */
  void add(Verdict verdict, boolean accepted, Set<String> faults) {
    if (accepted) {
      onAccepted.merge(verdict.decision(), 1, Integer::sum);
    } else if (!faults.isEmpty()) {
      onFaulty.merge(verdict.decision(), 1, Integer::sum);
    }
    for (Assessment assessment : verdict.assessments()) {
      Values of =
          values.computeIfAbsent(
              assessment.code(),
              code -> new Values(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
      boolean faulty = faults.contains(assessment.code().name());
      if (of.limits().isEmpty()) {
        of.limits().add(assessment.limit());
      }
      switch (assessment.finding()) {
        case Finding.Met met -> put(of, met.measured(), accepted, faulty);
        case Finding.Missed missed -> put(of, missed.measured(), accepted, faulty);
        case Finding.Unseen _ -> {}
      }
    }
  }

  private static void put(Values of, double measured, boolean accepted, boolean faulty) {
    if (faulty) {
      of.faulty().add(measured);
    } else if (accepted) {
      of.accepted().add(measured);
    }
  }

  /** How far the whole judge agrees with people. */
  List<String> agreement() {
    return List.of(
        share("accepted by people, refused", onAccepted, Decision.FAIL),
        share("accepted by people, unsure", onAccepted, Decision.UNSURE),
        share("refused by people, passed", onFaulty, Decision.PASS),
        share("refused by people, unsure", onFaulty, Decision.UNSURE));
  }

  private static String share(String what, Map<Decision, Integer> of, Decision decision) {
    int all = of.values().stream().mapToInt(Integer::intValue).sum();
    int hits = of.getOrDefault(decision, 0);
    double[] bounds = wilson(hits, all);
    return String.format(
        Locale.ROOT,
        "%-28s %4d of %4d  %5.1f %%  [%.1f – %.1f]",
        what,
        hits,
        all,
        100.0 * hits / Math.max(1, all),
        100 * bounds[0],
        100 * bounds[1]);
  }

  /** Within which the true share lies with 95 % certainty (Wilson's score interval). */
  private static double[] wilson(int hits, int all) {
    if (all == 0) {
      return new double[] {0, 1};
    }
    double z = 1.96;
    double share = (double) hits / all;
    double middle = (share + z * z / (2 * all)) / (1 + z * z / all);
    double half =
        z / (1 + z * z / all) * Math.sqrt(share * (1 - share) / all + z * z / (4.0 * all * all));
    return new double[] {Math.max(0, middle - half), Math.min(1, middle + half)};
  }

  /** The table, a line a check. */
  List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%-18s %-38s %-38s %s"
            .formatted(
                "check",
                "accepted: n, least, middle, most",
                "faulty: n, least, middle, most",
                "best limit: accepted beyond, faulty within; today's"));
    values.forEach(
        (code, of) ->
            lines.add(
                "%-18s %-38s %-38s %s"
                    .formatted(
                        code,
                        distribution(of.accepted()),
                        distribution(of.faulty()),
                        best(of) + "; " + String.join("", of.limits()))));
    return lines;
  }

  private static String distribution(List<Double> values) {
    if (values.isEmpty()) {
      return "0";
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%d  %.4g  %.4g  %.4g",
        sorted.length,
        sorted[0],
        sorted[sorted.length / 2],
        sorted[sorted.length - 1]);
  }

  private static String best(Values of) {
    if (of.accepted().isEmpty() || of.faulty().isEmpty()) {
      return "no pictures to tell";
    }
    Cut best = null;
    for (boolean amount : new boolean[] {false, true}) {
      for (boolean atMost : new boolean[] {true, false}) {
        Cut cut = cut(of, atMost, amount);
        if (best == null || error(cut, of) < error(best, of)) {
          best = cut;
        }
      }
    }
    Cut found = Objects.requireNonNull(best);
    return String.format(
        Locale.ROOT,
        "%s%s %.4g: %d/%d, %d/%d",
        found.amount() ? "amount " : "",
        found.atMost() ? "≤" : "≥",
        found.limit(),
        found.refused(),
        of.accepted().size(),
        found.missed(),
        of.faulty().size());
  }

  /** Both errors weigh as shares, a refused good picture four times as much as a missed fault. */
  private static double error(Cut cut, Values of) {
    return 4.0 * cut.refused() / of.accepted().size() + (double) cut.missed() / of.faulty().size();
  }

  /** Tries the middle of every gap between two neighbouring values. */
  private static Cut cut(Values of, boolean atMost, boolean amount) {
    double[] good = along(of.accepted(), atMost, amount);
    double[] bad = along(of.faulty(), atMost, amount);
    double[] all = new double[good.length + bad.length];
    System.arraycopy(good, 0, all, 0, good.length);
    System.arraycopy(bad, 0, all, good.length, bad.length);
    Arrays.sort(all);
    Cut best = new Cut(all[all.length - 1], atMost, amount, 0, bad.length);
    for (int i = 0; i + 1 < all.length; i++) {
      double limit = (all[i] + all[i + 1]) / 2;
      int refused = (int) Arrays.stream(good).filter(value -> value > limit).count();
      int missed = (int) Arrays.stream(bad).filter(value -> value <= limit).count();
      Cut tried = new Cut(limit, atMost, amount, refused, missed);
      if (error(tried, of) < error(best, of)) {
        best = tried;
      }
    }
    return new Cut(
        atMost ? best.limit() : -best.limit(), atMost, amount, best.refused(), best.missed());
  }

  /** Turned so that the good lie below. */
  private static double[] along(List<Double> values, boolean atMost, boolean amount) {
    return values.stream()
        .mapToDouble(value -> (atMost ? 1 : -1) * (amount ? Math.abs(value) : value))
        .toArray();
  }
}
