package org.huizhi.screen;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.huizhi.queue.TicketKind;
import org.huizhi.queue.TicketPrint;
import org.huizhi.queue.Wait;

/**
 * The tickets that may be taken here.
 *
 * @param kinds in the order of the buttons; none where nobody may take one
 * @param waits how long one waits, by the kind's name, as far as that is known
 */
public record TicketOffer(List<TicketKind> kinds, Supplier<Map<String, Wait>> waits) {
  static final TicketOffer NOTHING = new TicketOffer(List.of(), Map::of);

  public TicketOffer {
    kinds = List.copyOf(kinds);
  }

  /** How many are before whoever takes a ticket now, and how long that may take. */
  public static String told(Words words, String language, Wait wait) {
    String ahead = words.say(language, Phrase.TICKETS__WAITING.key(), wait.ahead());
    String time =
        wait.span()
            .map(
                span ->
                    words.say(
                        language,
                        Phrase.TICKETS__TIME.key(),
                        span.from().toMinutes(),
                        span.to().toMinutes() + 1))
            .orElseGet(() -> words.say(language, Phrase.TICKETS__TIME_UNKNOWN.key()));
    return wait.ahead() == 0 ? ahead : ahead + time;
  }

  /** What to do with a ticket whose paper stands so. */
  public static Phrase told(TicketPrint print) {
    return switch (print) {
      case NONE -> Phrase.TICKETS__KEEP;
      case UNDER_WAY -> Phrase.TICKETS__PRINTING;
      case OUT -> Phrase.TICKETS__PRINTED;
      case NOT_OUT -> Phrase.TICKETS__NOT_PRINTED;
    };
  }
}
