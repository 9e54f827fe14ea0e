package org.huizhi.queue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of ticket: a class of people, or those who come for one document.
 *
 * @param name short, for the record
 * @param prefix one to three capital letters before the number, no other kind's
 * @param headStart how much earlier than it was a ticket counts as taken. Nobody can be overtaken
 *     by somebody who came more than this later, so nobody starves
 * @param title what the button says, by language
 * @param document the spec that all of this kind come for; whoever has such a ticket is not asked
 */
public record TicketKind(
    String name,
    String prefix,
    Duration headStart,
    Map<String, String> title,
    Optional<String> document) {
  /** For whatever document. */
  public TicketKind(String name, String prefix, Duration headStart, Map<String, String> title) {
    this(name, prefix, headStart, title, Optional.empty());
  }

  public TicketKind {
    title = Map.copyOf(title);
    if (!prefix.matches("[A-Z]{1,3}")) {
      throw new IllegalArgumentException("prefix is one to three capital letters");
    }
    if (headStart.isNegative() || headStart.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("head-start cannot be negative or longer than a day");
    }
    if (title.isEmpty()) {
      throw new IllegalArgumentException("title needs a text in at least one language");
    }
  }
}
