package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizhi.Pictures;
import org.huizhi.config.KioskConfig;
import org.huizhi.printer.PrintOutcome;
import org.huizhi.receipt.ImageNumbers;
import org.huizhi.receipt.SlipSamples;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Issued;
import org.huizhi.record.JobState;
import org.huizhi.record.NewCase;
import org.huizhi.record.Personal;
import org.huizhi.record.PhotoFile;
import org.huizhi.record.PrintJob;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of slips whose printing failed or was cut off. */
class PrintRoomTest {
  private static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");
  private static final ZoneId HALL = ZoneId.of("Asia/Shanghai");

  @TempDir Path data;

  private final ImageNumbers numbers = ImageNumbers.of(ImageNumbers.DEFAULT_PATTERN, "1");
  private KioskConfig config;
  private CaseStore store;

  @BeforeEach
  void open() throws Exception {
    config = KioskConfig.read(Path.of("kiosk-config"));
    store = CaseStore.open(data, Clock.fixed(NOON, HALL));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aFailedSlipIsPrintedAgainAsAJobOfItsOwn() throws Exception {
    PrintJob job = issue("case-1").job();
    assertTrue(store.jobs().sending(job.id(), "queue"));
    assertTrue(store.jobs().ended(job.id(), JobState.FAILED, "no paper"));
    assertInstanceOf(PrintOutcome.Printed.class, room(NOON).printFor("case-1"));
    assertEquals(List.of(JobState.FAILED, JobState.PRINTED), states("case-1"));
    assertEquals(1, slips());
  }

  @Test
  void aSecondPressPrintsNothing() throws Exception {
    issue("case-1");
    assertInstanceOf(PrintOutcome.Printed.class, room(NOON).printFor("case-1"));
    assertInstanceOf(PrintOutcome.Unknown.class, room(NOON).printFor("case-1"));
    assertEquals(1, slips());
  }

  @Test
  void aRestartPrintsWhatIsStillWaitedForAndNothingElse() throws Exception {
    issue("case-1");
    room(NOON.plus(Duration.ofMinutes(1))).resume();
    assertEquals(List.of(JobState.PRINTED), states("case-1"));
    issue("case-2");
    room(NOON.plus(Duration.ofMinutes(20))).resume();
    assertEquals(List.of(JobState.QUEUED), states("case-2"));
    assertEquals(1, slips());
  }

  /** It would lie in the tray for others at each start, for as long as the clock was ahead. */
  @Test
  void aSlipThatWasQueuedByAClockThatWasAheadIsNotWaitedFor() throws Exception {
    issue("case-1");
    room(NOON.minus(Duration.ofDays(2))).resume();
    assertEquals(List.of(JobState.QUEUED), states("case-1"));
    room(NOON.minusSeconds(20)).resume(); // set right meanwhile
    assertEquals(List.of(JobState.PRINTED), states("case-1"));
  }

  private PrintRoom room(Instant now) {
    Clock clock = Clock.fixed(now, HALL);
    return new PrintRoom(config, data, store, new SlipDesk(config, data, clock), false, clock);
  }

  private Issued issue(String id) throws Exception {
    byte[] jpeg = Files.readAllBytes(Pictures.file("audrey.jpg"));
    NewCase fresh =
        new NewCase(
            id,
            "hk-macau-permit",
            NOON,
            Optional.empty(),
            Optional.empty(),
            false,
            Personal.NONE,
            PhotoFile.of(jpeg),
            "[]",
            "[]",
            Optional.empty(),
            "[]");
    return store.issue(fresh, numbers, number -> SlipSamples.pdf());
  }

  private List<JobState> states(String caseId) {
    return store.jobs().of(caseId).stream().map(PrintJob::state).toList();
  }

  private long slips() throws Exception {
    try (Stream<Path> files = Files.list(data.resolve("slips"))) {
      return files.count();
    }
  }
}
