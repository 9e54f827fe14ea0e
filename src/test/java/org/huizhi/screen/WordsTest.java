package org.huizhi.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void noLanguageLacksASentenceOrHasOneTooMany() throws Exception {
    Words words = WordsFiles.read();
    for (String language : WordsFiles.LANGUAGES) {
      assertEquals(List.of(), words.missing(language), language + " lacks these");
      assertEquals(List.of(), words.unused(language), language + " has these for nobody");
    }
  }

  @Test
  void whatOneLanguageLacksIsSaidInTheUsualOne() {
    Words words =
        new Words(List.of("zh", "en"), Map.of("zh", Map.of("a", "还差 {0} 位"), "en", Map.of()));
    assertEquals("还差 3 位", words.say("en", "a", 3));
    assertEquals("no.such", words.say("en", "no.such"));
  }
}
