package org.huizhi.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.huizhi.receipt.Paper;
import org.huizhi.receipt.SlipSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slips through a real CUPS to a simulated printer; skipped where CUPS is not installed. */
class CupsTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofSeconds(4);
  private static final byte[] PDF = SlipSamples.pdf();

  @TempDir(cleanup = CleanupMode.NEVER) // cupsd's own files belong to its own user
  Path dir;

  private static Slip slip(int number) {
    return new Slip("case-" + number, "Y261126000000" + number + "A", Paper.A4, PDF);
  }

  @Test
  void aSlipGoesThroughTheQueueOnceAndAtItsTrueSize() throws Exception {
    try (CupsLab lab = CupsLab.start(dir)) {
      SystemPrinter queue = lab.queue(LONG);
      assertEquals(PrinterState.READY, queue.state());
      assertEquals(new PrintOutcome.Printed(), queue.print(slip(1), () -> {}));
      assertEquals(1, lab.printed().size());
      assertA4(lab.printed().getFirst());
      assertEquals(SlipSamples.scan(PDF), SlipSamples.scan(lab.printed().getFirst()));
      // The default policy of CUPS hides names of jobs; our own must be seen nevertheless.
      assertEquals(new PrintOutcome.Printed(), queue.recall(slip(1)));
      assertInstanceOf(PrintOutcome.Unknown.class, queue.recall(slip(2)));
      assertEquals(1, lab.printed().size());

      assertEquals(new PrintOutcome.Printed(), lab.direct(LONG).print(slip(3), () -> {}));
      assertEquals(2, lab.printed().size());
      assertArrayEquals(PDF, lab.printed().stream().filter(CupsTest::untouched).findFirst().get());
    }
  }

  private static boolean untouched(byte[] pdf) {
    return pdf.length == PDF.length;
  }

  private static void assertA4(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertEquals(1, document.getNumberOfPages());
      assertEquals(210, document.getPage(0).getMediaBox().getWidth() * 25.4 / 72, 0.5);
      assertEquals(297, document.getPage(0).getMediaBox().getHeight() * 25.4 / 72, 0.5);
    }
  }

  /** Whether the device drops the slip cannot be seen: the simulator lets its command run on. */
  @Test
  void paperOutIsSeenAndClearsByItself() throws Exception {
    try (CupsLab lab = CupsLab.start(dir)) {
      SystemPrinter queue = lab.queue(SHORT);
      lab.waits("media-empty");
      assertInstanceOf(PrintOutcome.Failed.class, queue.print(slip(1), () -> {}));
      assertEquals(Set.of(Obstacle.PAPER_OUT), queue.state().obstacles());
      assertEquals(List.of(), lab.printed());
      lab.works();
      assertEquals(new PrintOutcome.Printed(), lab.queue(LONG).print(slip(2), () -> {}));
      assertEquals(PrinterState.READY, queue.state());
    }
  }

  @Test
  void anUnpluggedPrinterIsSeenThroughTheQueue() throws Exception {
    try (CupsLab lab = CupsLab.start(dir)) {
      lab.unplug();
      assertEquals(Set.of(Obstacle.OFFLINE), lab.queue(SHORT).state().obstacles());
      assertEquals(Set.of(Obstacle.OFFLINE), lab.direct(SHORT).state().obstacles());
      assertInstanceOf(PrintOutcome.Failed.class, lab.direct(SHORT).print(slip(1), () -> {}));
      assertInstanceOf(PrintOutcome.Unknown.class, lab.queue(SHORT).print(slip(1), () -> {}));
      assertEquals(List.of(), lab.printed());
    }
  }

  /** An open cover is before the paper, a jam is not: there a sheet may lie in the machine. */
  @ParameterizedTest
  @CsvSource({"cover-open, COVER_OPEN, true", "media-jam, JAM, false"})
  void aPrinterThatWaitsSaysWhyAndGoesOn(String reason, Obstacle obstacle, boolean surelyNothing)
      throws Exception {
    try (CupsLab lab = CupsLab.start(dir)) {
      SystemPrinter queue = lab.queue(SHORT);
      lab.waits(reason);
      PrintOutcome outcome = queue.print(slip(1), () -> {});
      assertEquals(surelyNothing, outcome instanceof PrintOutcome.Failed, outcome.toString());
      assertEquals(Set.of(obstacle), queue.state().obstacles());
      assertEquals(List.of(), lab.printed());
      lab.works();
      assertEquals(new PrintOutcome.Printed(), lab.queue(LONG).print(slip(2), () -> {}));
      assertEquals(PrinterState.READY, queue.state());
    }
  }

  @Test
  void aPausedQueueIsSeenAndNothingComesOutOfItLater() throws Exception {
    try (CupsLab lab = CupsLab.start(dir)) {
      assertEquals(new PrintOutcome.Printed(), lab.queue(LONG).print(slip(1), () -> {}));
      lab.pause(true);
      SystemPrinter queue = lab.queue(SHORT);
      assertEquals(Set.of(Obstacle.PAUSED), queue.state().obstacles());
      assertInstanceOf(PrintOutcome.Failed.class, queue.print(slip(2), () -> {}));
      lab.pause(false);
      assertEquals(PrinterState.READY, queue.state());
      assertEquals(new PrintOutcome.Printed(), lab.queue(LONG).print(slip(3), () -> {}));
      assertEquals(2, lab.printed().size());
    }
  }

  /** Slow for three seconds, or for as many as {@code -Dhuizhi.slow} says. */
  @Test
  void aSlowPrinterIsWaitedFor() throws Exception {
    int seconds = Integer.getInteger("huizhi.slow", 3);
    try (CupsLab lab = CupsLab.start(dir)) {
      lab.isSlow(seconds);
      SystemPrinter patient = lab.queue(LONG.plusSeconds(seconds));
      assertEquals(new PrintOutcome.Printed(), patient.print(slip(1), () -> {}));
      assertEquals(new PrintOutcome.Printed(), patient.recall(slip(1)));
      assertEquals(1, lab.printed().size());
    }
  }

  @Test
  void aPrinterThatIsUnpluggedInTheMiddleLeavesNothingThatComesOutByItself() throws Exception {
    try (CupsLab lab = CupsLab.start(dir)) {
      lab.isSlow(600);
      PrintOutcome outcome =
          lab.queue(SHORT).print(slip(1), () -> Thread.startVirtualThread(lab::unplug));
      assertInstanceOf(PrintOutcome.Unknown.class, outcome);
      lab.works();
      lab.plugIn();
      assertEquals(new PrintOutcome.Printed(), lab.queue(LONG).print(slip(2), () -> {}));
      assertEquals(1, lab.printed().size());
    }
  }
}
