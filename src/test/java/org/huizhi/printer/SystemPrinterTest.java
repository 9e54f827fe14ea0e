package org.huizhi.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Types;
import java.time.Duration;
import java.util.Set;
import org.huizhi.receipt.Paper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemPrinterTest {
  private static final Slip SLIP =
      new Slip("case-1", "Y2611260000001A", Paper.A4, new byte[] {'%', 'P', 'D', 'F'});
  private static final Duration SHORT = Duration.ofMillis(600);

  private PretendPrinter device;
  private SystemPrinter printer;

  @BeforeEach
  void plugIn() throws Exception {
    device = new PretendPrinter();
    printer = new SystemPrinter("slips", device.address(), SHORT);
  }

  @AfterEach
  void unplug() {
    device.close();
  }

  @Test
  void whatArrivesIsTheSlipAtItsOwnSize() {
    assertEquals(new PrintOutcome.Printed(), printer.print(SLIP, () -> {}));
    PretendPrinter.Job job = device.jobs.getFirst();
    assertArrayEquals(SLIP.pdf(), job.document);
    assertEquals("Y2611260000001A_case-1", job.name);
    assertEquals("iso_a4_210x297mm", job.wishes.getString(Types.media));
    assertEquals("none", job.wishes.getString(Types.printScaling));
    assertEquals(1, job.wishes.getValue(Types.copies));
    assertEquals(PrinterState.READY, printer.state());
  }

  @Test
  void aSlipWaitsForPaperAndThenComesOut() {
    device.has("media-empty-warning", "media-needed-warning").mendedAfter(2);
    SystemPrinter patient = new SystemPrinter("slips", device.address(), Duration.ofSeconds(30));
    assertEquals(Set.of(Obstacle.PAPER_OUT), patient.state().obstacles());
    assertEquals(new PrintOutcome.Printed(), patient.print(SLIP, () -> {}));
    assertEquals(PrinterState.READY, patient.state());
  }

  @Test
  void aSlipThatNoPaperComesForIsCancelledAndFailed() {
    device.has("media-empty-error");
    PrintOutcome.Failed failed =
        assertInstanceOf(PrintOutcome.Failed.class, printer.print(SLIP, () -> {}));
    assertTrue(failed.reason().contains("PAPER_OUT"), failed.reason());
    assertEquals(JobState.canceled, device.jobs.getFirst().state);
  }

  @Test
  void aSlowPrinterThatTakesNoCancellingIsUnknown() {
    device.has("media-jam").deafToCancel();
    assertInstanceOf(PrintOutcome.Unknown.class, printer.print(SLIP, () -> {}));
  }

  @Test
  void aSlowPrinterWithoutAReasonIsUnknownEvenWhenItCancels() {
    device.has("connecting-to-device");
    assertInstanceOf(PrintOutcome.Unknown.class, printer.print(SLIP, () -> {}));
    assertEquals(JobState.canceled, device.jobs.getFirst().state);
  }

  @Test
  void aBrokenConnectionIsFollowedUpAndNothingIsSentTwice() {
    device.hangsUp();
    assertEquals(new PrintOutcome.Printed(), printer.print(SLIP, () -> {}));
    assertEquals(1, device.jobs.size());
  }

  @Test
  void anUnpluggedPrinterCertainlyPrintedNothing() {
    device.close();
    assertInstanceOf(PrintOutcome.Failed.class, printer.print(SLIP, () -> {}));
    assertEquals(Set.of(Obstacle.OFFLINE), printer.state().obstacles());
    assertInstanceOf(PrintOutcome.Unknown.class, printer.recall(SLIP));
  }

  @Test
  void aRefusedSlipIsFailedWithThePrintersWord() {
    device.refuses();
    PrintOutcome.Failed failed =
        assertInstanceOf(PrintOutcome.Failed.class, printer.print(SLIP, () -> {}));
    assertTrue(failed.reason().contains("document-format-not-supported"), failed.reason());
  }

  @Test
  void afterARestartAJobIsKnownByItsName() {
    printer.print(new Slip("case-0", "Y2611260000000A", Paper.A4, SLIP.pdf()), () -> {});
    assertInstanceOf(PrintOutcome.Unknown.class, printer.recall(SLIP));
    printer.print(SLIP, () -> {});
    assertEquals(new PrintOutcome.Printed(), printer.recall(SLIP));
    assertEquals(2, device.jobs.size());
  }

  @Test
  void aPausedQueueIsResumedByStaff() {
    device.stands();
    assertEquals(Set.of(Obstacle.PAUSED), printer.state().obstacles());
    assertTrue(printer.resume());
    assertEquals(PrinterState.READY, printer.state());
  }

  /** CUPS goes on saying what was wrong during the last job until the next job. */
  @Test
  void theDeviceBehindAQueueKnowsBetterThanTheQueue() throws Exception {
    device.has("media-empty-warning");
    try (PretendPrinter behind = new PretendPrinter()) {
      device.before(behind.address());
      assertEquals(PrinterState.READY, printer.state());
      behind.has("media-jam-error");
      assertEquals(Set.of(Obstacle.JAM), printer.state().obstacles());
      device.stands();
      assertEquals(Set.of(Obstacle.JAM, Obstacle.PAUSED), printer.state().obstacles());
    }
    assertEquals(Set.of(Obstacle.OFFLINE), printer.state().obstacles());
  }

  /** Else the thread that prints, and deletes what is due, would wait for ever. */
  @Test
  @Timeout(60)
  void anAnswerThatBreaksOffIsNotWaitedForForEver() {
    device.falters();
    assertEquals(Set.of(Obstacle.OFFLINE), printer.state().obstacles());
  }

  @Test
  void anAnswerThatIsNoneIsAPrintersTroubleAndNoMistakeOfOurs() {
    device.babbles();
    assertEquals(Set.of(Obstacle.OFFLINE), printer.state().obstacles());
    assertInstanceOf(PrintOutcome.Unknown.class, printer.print(SLIP, () -> {}));
  }

  /** A printer is looked at every three seconds for months. */
  @Test
  void aLookAtTheDeviceBehindAQueueLeavesNoThreadBehind() throws Exception {
    try (PretendPrinter behind = new PretendPrinter()) {
      device.before(behind.address());
      assertEquals(PrinterState.READY, printer.state());
      long before = clients();
      for (int i = 0; i < 20; i++) {
        assertEquals(PrinterState.READY, printer.state());
      }
      assertTrue(clients() <= before + 1, clients() + " after " + before);
    }
  }

  private static long clients() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("HttpClient.*SelectorManager"))
        .count();
  }

  @ParameterizedTest
  @CsvSource({
    "media-empty,PAPER_OUT",
    "media-needed-report,PAPER_OUT",
    "media-jam-error,JAM",
    "cover-open-warning,COVER_OPEN",
    "door-open,COVER_OPEN",
    "toner-empty-error,TONER_OUT",
    "offline-report,OFFLINE",
    "paused,PAUSED",
    "spool-area-full-report,DISK_FULL",
    "fuser-over-temp-error,OTHER"
  })
  void eachReasonIsUnderstood(String reason, Obstacle obstacle) {
    device.has(reason);
    assertEquals(Set.of(obstacle), printer.state().obstacles());
  }

  @ParameterizedTest
  @CsvSource({"media-low-warning", "toner-low-report", "cups-waiting-for-job-completed"})
  void aWarningDoesNotStopThePrinter(String reason) {
    device.has(reason);
    assertEquals(new PrinterState(Set.of(), Set.of(reason)), printer.state());
  }
}
