package org.huizhi.printer;

import java.util.List;
import java.util.Optional;

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
    return printers.stream().filter(printer -> printer.state().ready()).findFirst();
  }

  /**
   * Prints a queued job. Without a ready printer the job stays queued and the outcome is Failed:
   * asking again later is allowed and is the way on.
   */
  public PrintOutcome print(Slip slip) {
    Optional<Printer> printer = ready();
    if (printer.isEmpty()) {
      return new PrintOutcome.Failed("No printer is ready; the slip waits.");
    }
    if (!book.sending(slip.jobId(), printer.get().name())) {
      return new PrintOutcome.Unknown("This slip was already sent to a printer.");
    }
    PrintOutcome outcome = printer.get().print(slip);
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
