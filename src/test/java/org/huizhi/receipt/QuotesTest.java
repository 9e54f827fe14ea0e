package org.huizhi.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same characters are narrow in Latin words and as wide as a Han character in Chinese. */
class QuotesTest {
  private static final SlipMaker MAKER = new SlipMaker(SlipSamples.FONTS);

  private static double em(String text, boolean heavy) {
    return SlipSamples.FONTS.widthPt(text, heavy, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"guards’ cards", "O’Brien", "the “old” one", "‘a’", "guards’"})
  void areNarrowInLatinWords(String text) {
    long quotes = text.chars().filter(c -> c >= '‘' && c <= '”').count();
    for (boolean heavy : new boolean[] {false, true}) {
      double without = em(text.replaceAll("[‘’“”]", ""), heavy);
      assertTrue(em(text, heavy) - without < 0.5 * quotes, text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"如“赟”", "输入“binbei”字", "他说‘好’。"})
  void areWideInChinese(String text) {
    assertEquals(em(text.replaceAll("[‘’“”]", ""), false) + 2, em(text, false), 0.001);
  }

  @Test
  void theyAreSetAndReadAsTheyAreWritten() throws Exception {
    byte[] pdf =
        MAKER.pdf(SlipSamples.data("O’Brien"), SlipSamples.pack("security-guard"), Paper.A4, 300);
    String text = SlipMakerTest.text(pdf);
    assertTrue(text.contains("security guards’ cards") && text.contains("O’Brien"), text);
  }
}
