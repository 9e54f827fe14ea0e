package org.huizhi.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huizhi.receipt.Paper;
import org.junit.jupiter.api.Test;

class PrintDeskTest {
  private static final Slip SLIP = new Slip("case-1", "Y1", Paper.A4, new byte[0]);

  private final List<String> noted = new ArrayList<>();
  private final JobBook book =
      new JobBook() {
        @Override
        public boolean sending(String jobId, String printer) {
          noted.add("sending " + printer);
          return noted.stream().filter(note -> note.startsWith("sending")).count() == 1;
        }

        @Override
        public void printing(String jobId) {
          noted.add("printing");
        }

        @Override
        public void ended(String jobId, PrintOutcome outcome) {
          noted.add("ended " + outcome.getClass().getSimpleName());
        }

        @Override
        public void neverArrived(String jobId) {
          noted.add("never arrived");
        }
      };

  private record Stub(String name, PrinterState state, PrintOutcome end) implements Printer {
    @Override
    public PrintOutcome print(Slip slip, Runnable began) {
      began.run();
      return end;
    }

    @Override
    public PrintOutcome recall(Slip slip) {
      return end;
    }
  }

  private static final Stub EMPTY =
      new Stub("one", PrinterState.stopped(Obstacle.PAPER_OUT), new PrintOutcome.Failed("empty"));
  private static final Stub GOOD = new Stub("two", PrinterState.READY, new PrintOutcome.Printed());

  @Test
  void theNextPrinterStandsInForOneWithoutPaper() {
    PrintDesk desk = new PrintDesk(List.of(EMPTY, GOOD), book);
    assertEquals(new PrintOutcome.Printed(), desk.print(desk.ready().orElseThrow(), SLIP));
    assertEquals(List.of("sending two", "printing", "ended Printed"), noted);
  }

  @Test
  void aSecondPressPrintsNothing() {
    PrintDesk desk = new PrintDesk(List.of(GOOD), book);
    desk.print(GOOD, SLIP);
    assertInstanceOf(PrintOutcome.Unknown.class, desk.print(GOOD, SLIP));
    assertEquals(List.of("sending two", "printing", "ended Printed", "sending two"), noted);
  }

  @Test
  void withoutAReadyPrinterThereIsNone() {
    PrintDesk desk = new PrintDesk(List.of(EMPTY), book);
    assertEquals(Optional.empty(), desk.ready());
    assertEquals(List.of(), noted);
  }

  @Test
  void afterARestartEachPrinterIsAskedForItsOwn() {
    PrintDesk desk = new PrintDesk(List.of(EMPTY, GOOD), book);
    desk.recall(SLIP, "two");
    desk.recall(SLIP, "one");
    desk.recall(SLIP, "sold last year");
    assertEquals(List.of("ended Printed", "never arrived", "ended Unknown"), noted);
  }
}
