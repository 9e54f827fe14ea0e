package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huizhi.check.Advice;
import org.junit.jupiter.api.Test;

/**
 * What is said leads where the sign shows, in every language. That the sign is right in a mirror is
 * {@link MirrorTest}'s.
 */
class DirectionsTest {
  private record Way(List<Advice> advice, List<Icon> signs, Map<String, String> words) {}

  private static final List<Way> WAYS =
      List.of(
          new Way(
              List.of(Advice.MOVE_LEFT, Advice.TURN_LEFT),
              List.of(Icon.ARROW_LEFT, Icon.TURN_LEFT),
              Map.of("zh", "左", "zh-Hant", "左", "en", "left", "ug", "سول")),
          new Way(
              List.of(Advice.MOVE_RIGHT, Advice.TURN_RIGHT),
              List.of(Icon.ARROW_RIGHT, Icon.TURN_RIGHT),
              Map.of("zh", "右", "zh-Hant", "右", "en", "right", "ug", "ئوڭ")),
          new Way(
              List.of(Advice.MOVE_UP),
              List.of(Icon.ARROW_UP),
              Map.of("zh", "高", "zh-Hant", "高", "en", "higher", "ug", "ئېگىز")),
          new Way(
              List.of(Advice.MOVE_DOWN),
              List.of(Icon.ARROW_DOWN),
              Map.of("zh", "低", "zh-Hant", "低", "en", "lower", "ug", "پەس")),
          new Way(
              List.of(Advice.RAISE_CHIN),
              List.of(Icon.ARROW_UP),
              Map.of("zh", "抬", "zh-Hant", "抬", "en", "Raise", "ug", "كۆتۈر")),
          new Way(
              List.of(Advice.LOWER_CHIN),
              List.of(Icon.ARROW_DOWN),
              Map.of("zh", "低", "zh-Hant", "低", "en", "Lower", "ug", "تۆۋەن")),
          new Way(
              List.of(Advice.COME_CLOSER),
              List.of(Icon.CLOSER),
              Map.of("zh", "近", "zh-Hant", "近", "en", "closer", "ug", "يېقىن")),
          new Way(
              List.of(Advice.MOVE_BACK),
              List.of(Icon.AWAY),
              Map.of("zh", "退", "zh-Hant", "退", "en", "back", "ug", "كەينى")));

  @Test
  void wordsLeadWhereTheSignShows() throws Exception {
    Words words = WordsFiles.read();
    List<String> wrong = new ArrayList<>();
    for (Way way : WAYS) {
      for (Advice advice : way.advice()) {
        if (!way.signs().contains(AdvicePlate.icon(advice))) {
          wrong.add(advice + " shows " + AdvicePlate.icon(advice));
        }
        for (String language : WordsFiles.LANGUAGES) {
          String said = words.say(language, Keys.of(advice));
          for (Way other : WAYS) {
            boolean holds = said.contains(other.words().get(language));
            if (other.signs().equals(way.signs()) ? other.equals(way) && !holds : holds) {
              wrong.add(language + ", " + advice + ": " + said);
            }
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }
}
