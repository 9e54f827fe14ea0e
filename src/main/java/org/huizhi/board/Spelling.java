package org.huizhi.board;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.huizhi.queue.Call;
import org.huizhi.screen.Phrase;
import org.huizhi.screen.Words;

/** A call as it is said: numbers digit by digit, because a number in whole is misheard. */
public final class Spelling {
  private Spelling() {}

  public static String of(Call call, Words words, String language) {
    return words.say(
        language,
        Phrase.BOARD__SAY.key(),
        spelled(call.number(), words, language),
        spelled(call.machine(), words, language));
  }

  /** A name that is no number is said as it is. */
  private static String spelled(String text, Words words, String language) {
    if (!text.matches("[A-Z]*[0-9]+")) {
      return text;
    }
    List<String> digits = List.of(words.say(language, Phrase.BOARD__DIGITS.key()).split(" ", -1));
    return text.chars()
        .mapToObj(
            c -> c <= '9' ? digits.get(c - '0') : Character.toString(c).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }
}
