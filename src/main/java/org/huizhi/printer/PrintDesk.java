package org.huizhi.printer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that each job is printed once. It chooses the first printer of the list that is ready,
 * notes each step in the job book before it does it, and after a restart finds out what became of
 * the jobs that were under way. One thread at a time; calls block while a printer prints.
 */
public final class PrintDesk {
  private final List<Printer> printers;
  private final JobBook book;

  /** Uses the printers in order: the first is preferred, the others stand in for it. */
  public PrintDesk(List<Printer> printers, JobBook book) {
    if (printers.isEmpty()) {
      throw new IllegalArgumentException("a kiosk needs at least one printer");
    }
    this.printers = List.copyOf(printers);
    this.book = book;
  }

  /** The printer that the next slip would go to; empty when none is ready. */
  public Optional<Printer> ready() {
    return ready(Set.of());
  }

  /** The same without printers that were tried already, by name. */
  public Optional<Printer> ready(Set<String> tried) {
    return printers.stream()
        .filter(printer -> !tried.contains(printer.name()))
        .filter(printer -> printer.state().ready())
        .findFirst();
  }

  /** Prints a queued job, unless it was sent before. */
  public PrintOutcome print(Printer printer, Slip slip) {
    if (!book.sending(slip.jobId(), printer.name())) {
      return new PrintOutcome.Unknown("This slip was already sent to a printer.");
    }
    PrintOutcome outcome = printer.print(slip, () -> book.printing(slip.jobId()));
    book.ended(slip.jobId(), outcome);
    return outcome;
  }

  /**
   * Finds out, after a restart, what became of a job that was sent: notes its end, or queues it
   * again where its printer is certain that it never arrived.
   *
   * @param printerName the printer that it was sent to
   */
  public PrintOutcome recall(Slip slip, String printerName) {
    PrintOutcome outcome =
        printers.stream()
            .filter(printer -> printer.name().equals(printerName))
            .findFirst()
            .map(printer -> printer.recall(slip))
            .orElseGet(
                () ->
                    new PrintOutcome.Unknown(
                        "The printer " + printerName + " is not in the configuration any more."));
    if (outcome instanceof PrintOutcome.Failed) {
      book.neverArrived(slip.jobId());
    } else {
      book.ended(slip.jobId(), outcome);
    }
    return outcome;
  }
}
