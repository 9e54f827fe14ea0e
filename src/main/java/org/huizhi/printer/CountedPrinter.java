package org.huizhi.printer;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** A printer whose sheets are counted because it cannot tell, or not reliably, what it has left. */
public record CountedPrinter(Printer printer, Sheets sheets) implements Printer {
  /** Reported from one tenth of a full load on. */
  public static final String LOW = "counted-paper-low";

  /** Where the sheets of one printer are counted. */
  public interface Sheets {
    int full();

    int left();

    void used();
  }

  @Override
  public String name() {
    return printer.name();
  }

  @Override
  public PrintOutcome print(Slip slip, Runnable began) {
    return counted(printer.print(slip, began));
  }

  @Override
  public PrintOutcome recall(Slip slip) {
    return counted(printer.recall(slip));
  }

  private PrintOutcome counted(PrintOutcome outcome) {
    switch (outcome) {
      case PrintOutcome.Printed _, PrintOutcome.Unknown _ -> sheets.used(); // rather too early
      case PrintOutcome.Failed _ -> {}
    }
    return outcome;
  }

  @Override
  public boolean forgetSlips(String imageNumber) {
    return printer.forgetSlips(imageNumber);
  }

  @Override
  public boolean forget(Instant olderThan) {
    return printer.forget(olderThan);
  }

  @Override
  public boolean resume() {
    return printer.resume();
  }

  @Override
  public PrinterState state() {
    PrinterState state = printer.state();
    int left = sheets.left();
    if (left <= 0) {
      return state.with(Obstacle.PAPER_OUT);
    }
    if (left > sheets.full() / 10) {
      return state;
    }
    Set<String> warnings = new HashSet<>(state.warnings());
    warnings.add(LOW);
    return new PrinterState(state.obstacles(), warnings);
  }
}
