package org.huizhi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huizhi.config.KioskConfig;
import org.huizhi.printer.JobBook;
import org.huizhi.printer.PrintDesk;
import org.huizhi.printer.PrintOutcome;
import org.huizhi.printer.Printer;
import org.huizhi.printer.PrinterChoice;
import org.huizhi.printer.Slip;
import org.huizhi.queue.QueueRules;
import org.huizhi.queue.Ticket;
import org.huizhi.queue.TicketKind;
import org.huizhi.receipt.Paper;
import org.huizhi.receipt.SlipFonts;
import org.huizhi.receipt.TicketPaper;
import org.huizhi.screen.Phrase;
import org.huizhi.screen.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints tickets by the same desk as slips. One thread; it waits for the paper. */
final class TicketPrinter {
  private static final Logger LOG = LoggerFactory.getLogger(TicketPrinter.class);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd  HH:mm");
  private static final int LANGUAGES = 2;

  /**
   * A ticket is printed while its person stands there, or not at all: nothing is left to recall.
   */
  private static final JobBook NOTHING_KEPT =
      new JobBook() {
        @Override
        public boolean sending(String jobId, String printer) {
          return true;
        }

        @Override
        public void printing(String jobId) {}

        @Override
        public void ended(String jobId, PrintOutcome outcome) {}

        @Override
        public void neverArrived(String jobId) {}
      };

  private final PrintDesk desk;
  private final Paper paper;
  private final SlipFonts fonts;
  private final Words words;
  private final QueueRules rules;
  private final Clock clock;

  TicketPrinter(
      Printer printer, Paper paper, SlipFonts fonts, Words words, QueueRules rules, Clock clock) {
    this.desk = new PrintDesk(List.of(printer), NOTHING_KEPT);
    this.paper = paper;
    this.fonts = fonts;
    this.words = words;
    this.rules = rules;
    this.clock = clock;
  }

  /** The one that the configuration names for tickets. */
  static Optional<TicketPrinter> of(KioskConfig config, Path data, Clock clock) {
    QueueRules rules = config.kiosk().queue();
    return rules
        .printer()
        .map(
            name -> {
              PrinterChoice choice =
                  config.kiosk().printers().stream()
                      .filter(printer -> printer.name().equals(name))
                      .findFirst()
                      .orElseThrow();
              return new TicketPrinter(
                  choice.open(data),
                  choice.loaded().orElse(Paper.ROLL_80),
                  SlipFonts.load(config.kiosk().fonts()),
                  config.words(),
                  rules,
                  clock);
            });
  }

  /** Prints a ticket; whether the printer said that it is out. */
  boolean print(Ticket ticket) {
    Optional<Printer> ready = desk.ready();
    if (ready.isEmpty()) {
      return false;
    }
    byte[] pdf = onPaper(ticket).pdf(fonts, paper, ZonedDateTime.now(clock));
    PrintOutcome outcome =
        desk.print(ready.get(), new Slip("ticket-" + ticket.id(), ticket.number(), paper, pdf));
    if (!(outcome instanceof PrintOutcome.Printed)) {
      LOG.warn("ticket {}: {}", ticket.number(), outcome);
    }
    return outcome instanceof PrintOutcome.Printed;
  }

  private TicketPaper onPaper(Ticket ticket) {
    List<String> languages = words.languages().stream().limit(LANGUAGES).toList();
    List<String> above = new ArrayList<>();
    List<String> below = new ArrayList<>();
    Optional<TicketKind> kind = rules.kind(ticket.kind());
    for (String language : languages) {
      kind.flatMap(k -> Optional.ofNullable(k.title().get(language))).ifPresent(above::add);
      below.add(words.say(language, Phrase.TICKETS__CODE.key(), ticket.code()));
    }
    below.add(TIME.format(ticket.takenAt().atZone(clock.getZone())));
    for (String language : languages) {
      Optional.ofNullable(rules.notice().get(language)).ifPresent(below::add);
    }
    return new TicketPaper(above, ticket.number(), below, ticket.number() + " " + ticket.code());
  }
}
