package org.huizhi.screen;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import org.huizhi.check.Advice;
import org.huizhi.check.Assessment;
import org.huizhi.check.Finding;
import org.huizhi.check.Verdict;
import org.huizhi.spec.Severity;

/**
 * What was looked at, in words that a person uses, each with its sign: all of it where the photo is
 * right; else what is not, and that the rest is.
 */
final class RuleList extends GridPane {
  private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");
  private static final PseudoClass UNSURE = PseudoClass.getPseudoClass("unsure");
  private static final double ICON = 52;

  /** How a group of rules came out; the later one outweighs the earlier. */
  private enum Result {
    MET,
    UNSURE,
    MISSED
  }

  RuleList(Wording wording, Verdict verdict, int columns) {
    getStyleClass().add("rules");
    Map<RuleGroup, Result> results = new EnumMap<>(RuleGroup.class);
    for (Assessment assessment : verdict.assessments()) {
      results.merge(
          RuleGroup.of(assessment.code()),
          result(assessment),
          (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }
    List<HBox> rows = new ArrayList<>();
    boolean brief = verdict.decision() != Verdict.Decision.PASS;
    results.forEach(
        (group, result) -> {
          if (!brief || result != Result.MET) {
            rows.add(row(wording, Keys.of(group), result));
          }
        });
    if (rows.size() < results.size()) {
      rows.add(row(wording, Phrase.REVIEWING__REST.key(), Result.MET));
    }
    for (int i = 0; i < columns; i++) {
      ColumnConstraints equal = new ColumnConstraints();
      equal.setPercentWidth(100.0 / columns);
      getColumnConstraints().add(equal);
    }
    int lines = (rows.size() + columns - 1) / columns;
    for (int i = 0; i < rows.size(); i++) {
      add(rows.get(i), i / lines, i % lines);
    }
  }

  private static HBox row(Wording wording, String key, Result result) {
    Icon icon =
        switch (result) {
          case MET -> Icon.TICK;
          case UNSURE -> Icon.UNSURE;
          case MISSED -> Icon.ATTENTION;
        };
    HBox row = wording.withIcon(icon, ICON, wording.both("rule", key));
    row.getStyleClass().add("rule-row");
    row.pseudoClassStateChanged(MISSED, result == Result.MISSED);
    row.pseudoClassStateChanged(UNSURE, result == Result.UNSURE);
    return row;
  }

  private static Result result(Assessment assessment) {
    return switch (assessment.finding()) {
      case Finding.Met _ -> Result.MET;
      case Finding.Missed _ ->
          switch (assessment.severity()) {
            case VETO -> Result.MISSED;
            case ASK -> Result.UNSURE;
            case HINT -> Result.MET;
          };
      case Finding.Unseen _ -> assessment.severity() == Severity.HINT ? Result.MET : Result.UNSURE;
    };
  }

  /** What to mend, the most pressing first, each advice once; hints are not worth another shot. */
  static List<Finding.Missed> mend(Verdict verdict) {
    Map<Advice, Finding.Missed> mend = new LinkedHashMap<>();
    for (Severity severity : List.of(Severity.VETO, Severity.ASK)) {
      for (Assessment assessment : verdict.assessments()) {
        if (assessment.severity() == severity
            && assessment.finding() instanceof Finding.Missed missed) {
          mend.putIfAbsent(missed.advice(), missed);
        }
      }
    }
    return List.copyOf(mend.values());
  }
}
