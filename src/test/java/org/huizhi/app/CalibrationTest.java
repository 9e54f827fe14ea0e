package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.huizhi.check.Advice;
import org.huizhi.check.Assessment;
import org.huizhi.check.Finding;
import org.huizhi.check.Verdict;
import org.huizhi.spec.Code;
import org.huizhi.spec.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTest {
  private static Verdict rolled(double degrees) {
    return new Verdict(
        1,
        List.of(
            new Assessment(Code.POSE_ROLL, Severity.VETO, new Finding.Met(degrees), "± 8°"),
            new Assessment(Code.BLUR, Severity.VETO, new Finding.Unseen("too small"), "≥ 0.28")));
  }

  @Test
  void theBestLimitIsTheMiddleOfTheGap() {
    Calibration calibration = new Calibration();
    for (double good : new double[] {-5, -1, 2, 6}) {
      calibration.add(rolled(good), true, Set.of());
    }
    for (double tilted : new double[] {-20, 10, 14}) {
      calibration.add(rolled(tilted), false, Set.of("POSE_ROLL"));
    }
    calibration.add(rolled(1), false, Set.of("BLUR"));
    List<String> table = calibration.table();
    assertEquals(3, table.size());
    assertTrue(table.get(1).contains("amount ≤ 8.000: 0/4, 0/3; ± 8°"), table.get(1));
    assertTrue(table.get(2).startsWith("BLUR               0 "), table.get(2));
    assertTrue(table.get(2).contains("no pictures to tell"), table.get(2));
  }

  @Test
  void theWholeJudgeIsHeldAgainstPeopleWithTheRoomThatFewPicturesLeave() {
    Calibration calibration = new Calibration();
    Assessment missed =
        new Assessment(
            Code.BLUR,
            Severity.VETO,
            new Finding.Missed(0.2, Advice.HOLD_STILL, List.of()),
            "≥ 0.28");
    for (int i = 0; i < 30; i++) {
      calibration.add(new Verdict(1, List.of()), true, Set.of());
    }
    calibration.add(new Verdict(1, List.of(missed)), true, Set.of());
    calibration.add(new Verdict(1, List.of()), false, Set.of("BLUR"));
    calibration.add(rolled(0), false, Set.of("BLUR"));
    calibration.add(new Verdict(1, List.of()), false, Set.of());
    assertEquals(
        List.of(
            "accepted by people, refused     1 of   31    3.2 %  [0.6 – 16.2]",
            "accepted by people, unsure      0 of   31    0.0 %  [0.0 – 11.0]",
            "refused by people, passed       1 of    2   50.0 %  [9.5 – 90.5]",
            "refused by people, unsure       1 of    2   50.0 %  [9.5 – 90.5]"),
        calibration.agreement());
  }

  @Test
  void labelsAreReadByTheirColumnsAndAMistakeIsSaidWithItsLine(@TempDir Path folder)
      throws Exception {
    Path table = folder.resolve("labels.tsv");
    Files.writeString(
        table, "verdict\tfile\treject_reasons\naccept\ta.jpg\t\nreject\tb.jpg\tX,Y\n");
    List<Labels.Row> rows = Labels.read(table).rows();
    assertEquals(new Labels.Row(folder.resolve("a.jpg"), true, Set.of()), rows.get(0));
    assertEquals(new Labels.Row(folder.resolve("b.jpg"), false, Set.of("X", "Y")), rows.get(1));
    Files.writeString(table, "verdict\tfile\treject_reasons\naccept\n");
    Refusal refusal = assertThrows(Refusal.class, () -> Labels.read(table));
    assertTrue(refusal.toString().contains(":2:"), refusal.toString());
    Files.writeString(table, "file\n");
    assertThrows(Refusal.class, () -> Labels.read(table));
    assertThrows(Refusal.class, () -> Labels.read(folder.resolve("none.tsv")));
  }
}
