package org.huizhi.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huizhi.check.Finding.Met;
import org.huizhi.check.Finding.Missed;
import org.huizhi.check.Finding.Unseen;
import org.huizhi.face.Parts;
import org.huizhi.face.PersonMask;
import org.huizhi.face.Pictures;
import org.huizhi.face.Sighting;
import org.huizhi.spec.Code;
import org.huizhi.spec.Rule;
import org.huizhi.spec.Severity;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Holds every check's result on every packaged picture to a table, so that a change anywhere from
 * the face finder to a limit is seen in all that it moves. After a wanted change, copy {@code
 * target/golden.txt} over the table.
 */
class GoldenTableTest {
  private static final List<String> PICTURES =
      List.of(
          "franck_01829.jpg",
          "franck_02045.jpg",
          "franck_02159.jpg",
          "franck_02221.jpg",
          "franck_02683.jpg",
          "franck_02888.jpg",
          "franck_03909.jpg",
          "franck_03979.jpg",
          "franck_04000.jpg",
          "franck_04035.jpg",
          "franck_04117.jpg",
          "audrey.jpg",
          "cage.jpg",
          "clmtrackr01.jpg",
          "ironman.jpg",
          "joconde.jpg",
          "skullmask.jpg",
          "vendetta.jpg",
          "faces.jpg");

  @Test
  void everyCheckSaysWhatItSaid() throws IOException {
    Judge judge = new Judge(withHallRules());
    List<String> table = new ArrayList<>();
    try (PersonMask masks = PersonMask.open()) {
      for (String name : PICTURES) {
        table.addAll(rows(judge, masks, name));
      }
    }
    Files.write(Path.of("target", "golden.txt"), table);
    List<String> golden = golden();
    assertEquals(golden.size(), table.size(), "rows; the new table is target/golden.txt");
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < golden.size(); i++) {
      if (!same(golden.get(i), table.get(i))) {
        changed.add(golden.get(i) + " is now " + table.get(i));
      }
    }
    assertEquals(List.of(), changed);
  }

  /** All checks there are: those that only some halls ask for stand in no packaged spec. */
  private static Map<Code, Rule> withHallRules() {
    Map<Code, Rule> rules = new EnumMap<>(Shots.exitEntryRules());
    rule(rules, Code.BROWS_HIDDEN, Map.of("mostShare", 0.45));
    rule(rules, Code.EARS_HIDDEN, Map.of("leastShare", 0.3, "mostToneDistance", 0.05));
    return rules;
  }

  private static void rule(Map<Code, Rule> rules, Code code, Map<String, Double> limits) {
    rules.put(code, new Rule(code, Severity.HINT, limits));
  }

  private static List<String> rows(Judge judge, PersonMask masks, String name) {
    Mat small = Pictures.read(name);
    Mat picture = new Mat();
    Imgproc.resize(small, picture, new Size(), 2, 2, Imgproc.INTER_CUBIC);
    Mat mask = masks.of(picture);
    Sighting sighting = Shots.reader().look(picture);
    Optional<Parts> parts =
        sighting.face().map(face -> Shots.parts().around(picture, face.landmarks()));
    Shot shot = new Shot(picture, sighting, Optional.of(mask), parts);
    Verdict verdict = judge.judge(shot);
    List<String> rows = new ArrayList<>();
    rows.add(name + " " + verdict.decision() + " faces " + verdict.faces());
    for (Assessment assessment : verdict.assessments()) {
      rows.add(name + " " + assessment.code() + " " + words(assessment.finding()));
    }
    for (Mat mat : List.of(small, picture, mask)) {
      mat.release();
    }
    return rows;
  }

  private static String words(Finding finding) {
    return switch (finding) {
      case Met met -> String.format(Locale.ROOT, "met %.3f", met.measured());
      case Missed missed ->
          String.format(Locale.ROOT, "MISSED %.3f %s", missed.measured(), missed.advice());
      case Unseen unseen -> "unseen 0 " + unseen.reason();
    };
  }

  /** Words must agree; figures may differ a little, for processors round differently. */
  private static boolean same(String golden, String now) {
    String[] words = golden.split(" ", -1);
    String[] others = now.split(" ", -1);
    if (words.length != others.length) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      boolean figure = words[i].matches("-?\\d+\\.\\d+") && others[i].matches("-?\\d+\\.\\d+");
      boolean agree =
          figure
              ? Math.abs(Double.parseDouble(words[i]) - Double.parseDouble(others[i]))
                  <= 0.02 + 0.05 * Math.abs(Double.parseDouble(words[i]))
              : words[i].equals(others[i]);
      if (!agree) {
        return false;
      }
    }
    return true;
  }

  private static List<String> golden() throws IOException {
    try (InputStream in = GoldenTableTest.class.getResourceAsStream("golden.txt")) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
