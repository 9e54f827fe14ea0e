package org.huizhi.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizhi.face.Sighting;
import org.huizhi.spec.Code;
import org.huizhi.spec.Rule;
import org.huizhi.spec.Severity;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class JudgeTest {
  private static Rule rule(Code code, Map<String, Double> limits) {
    return new Rule(code, Severity.VETO, limits);
  }

  @Test
  void thePackagedRulesAreUnderstood() {
    Map<Code, Rule> rules = Shots.exitEntryRules();
    Verdict verdict = new Judge(rules).judge(Shots.calm().shot());
    assertEquals(rules.size(), verdict.assessments().size());
  }

  @Test
  void everyMistakeInTheRulesIsNamed() {
    Map<Code, Rule> rules = new EnumMap<>(Code.class);
    rules.put(Code.POSE_YAW, rule(Code.POSE_YAW, Map.of("mostDegree", 10.0)));
    rules.put(Code.DPI, rule(Code.DPI, Map.of()));
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> new Judge(rules)).getMessage());
    assertTrue(message.contains("most-degrees is missing"), message);
    assertTrue(message.contains("most-degree is not one"), message);
    assertTrue(message.contains("[rules.DPI]"), message);
  }

  @Test
  void aVetoOfWhatIsNotSurelyAFaultAsksStaff() {
    Rule strict = rule(Code.POSE_YAW, Map.of("mostDegrees", 8.0));
    Map<String, Double> surely = Map.of("mostDegrees", 11.0);
    Rule doubting = new Rule(Code.POSE_YAW, Severity.VETO, strict.limits(), surely);
    assertEquals(Verdict.Decision.PASS, judged(doubting, 7.9));
    assertEquals(Verdict.Decision.UNSURE, judged(doubting, 8.1));
    assertEquals(Verdict.Decision.UNSURE, judged(doubting, -10.9));
    assertEquals(Verdict.Decision.FAIL, judged(doubting, 11.1));
    assertEquals(Verdict.Decision.FAIL, judged(strict, 8.1));
    Rule hinting = new Rule(Code.POSE_YAW, Severity.HINT, strict.limits(), surely);
    assertEquals(Verdict.Decision.PASS, judged(hinting, 8.1));
  }

  private static Verdict.Decision judged(Rule rule, double yaw) {
    Shot turned = Shots.calm().posed(yaw, 0, 0).shot();
    return new Judge(Map.of(rule.code(), rule)).judge(turned).decision();
  }

  @Test
  void findingsComeInTheOrderInWhichOneCanAct() {
    Shots shots = Shots.calm().posed(40, 0, 0).moved(14, 0, 0.2);
    Verdict verdict = new Judge(Shots.exitEntryRules()).judge(shots.shot());
    assertEquals(Verdict.Decision.FAIL, verdict.decision());
    List<Code> order = verdict.assessments().stream().map(Assessment::code).toList();
    assertTrue(order.indexOf(Code.POSE_YAW) < order.indexOf(Code.MOUTH_OPEN));
  }

  @Test
  void withoutAFaceOnlyThatIsSaid() {
    Shots.reader();
    Mat wall = Mat.zeros(100, 100, CvType.CV_8UC3);
    Sighting nothing = new Sighting(100, 100, List.of(), Optional.empty());
    Verdict verdict =
        new Judge(Shots.exitEntryRules()).judge(new Shot(wall, nothing, Optional.empty()));
    wall.release();
    assertEquals(Verdict.Decision.FAIL, verdict.decision());
    assertEquals(Optional.of(Advice.COME_INTO_VIEW), verdict.advice());
    for (Assessment assessment : verdict.assessments()) {
      if (assessment.code() != Code.NO_FACE) {
        assertInstanceOf(Finding.Unseen.class, assessment.finding());
      }
    }
  }

  @Test
  void pointsAreJudgedWithoutLookingAtPixels() {
    Judge judge = new Judge(Shots.exitEntryRules());
    Shots shots = Shots.calm();
    Verdict calm = judge.judge(shots.shot());
    Shot turned = shots.posed(40, 0, 0).shot();
    Verdict whole = judge.judge(turned);
    turned.bgr().setTo(Scalar.all(0)); // rules of pixels would fail
    Verdict quick = judge.judgePoints(turned, calm);
    assertEquals(whole.assessments(), quick.assessments());
  }
}
