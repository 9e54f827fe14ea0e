package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizhi.Pictures;
import org.huizhi.config.KioskConfig;
import org.huizhi.printer.PrintOutcome;
import org.huizhi.receipt.ImageNumbers;
import org.huizhi.receipt.SlipSamples;
import org.huizhi.record.CaseStore;
import org.huizhi.record.HallRecord;
import org.huizhi.record.JobState;
import org.huizhi.record.NewCase;
import org.huizhi.record.Personal;
import org.huizhi.record.PhotoFile;
import org.huizhi.record.PrintJob;
import org.huizhi.record.Retention;
import org.huizhi.record.Vault;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.Storage;
import org.huizhi.storage.StorageTrouble;
import org.huizhi.storage.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kiosk and a console on another machine of the hall, both of which may print one case's slip.
 */
@SuppressWarnings("NullAway.Init")
class PrintsElsewhereTest {
  private static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneId.of("Asia/Shanghai"));
  private static final Retention KEEP =
      new Retention(Duration.ofDays(90), Duration.ofDays(7), Map.of());

  @TempDir Path dir;

  private final ImageNumbers numbers = ImageNumbers.of(ImageNumbers.DEFAULT_PATTERN, "1");
  private KioskConfig config;
  private Storage.Postgres server;
  private Database line;
  private CaseStore own;
  private HallRecord hall;
  private CaseStore consoles;
  private PrintRoom kiosk;
  private PrintRoom console;

  @BeforeEach
  void open() throws Exception {
    config = KioskConfig.read(Path.of("kiosk-config"));
    server = TestServer.storage();
    own = CaseStore.openLent(dir.resolve("kiosk"), "1", CLOCK);
    back();
    Files.createDirectories(dir.resolve("console"));
    Files.copy(dir.resolve("kiosk").resolve(Vault.FILE), dir.resolve("console/" + Vault.FILE));
    consoles = CaseStore.open(dir.resolve("console"), server, "9-console", CLOCK);
    console = room("console", consoles);
    issue();
    assertTrue(hall.meet(numbers));
  }

  private void back() {
    line = Database.open(server);
    start();
    assertTrue(hall.meet(numbers));
  }

  private void start() {
    hall = new HallRecord(own, line, CLOCK);
    Path data = dir.resolve("kiosk");
    SlipDesk slips = new SlipDesk(config, data, CLOCK);
    kiosk = new PrintRoom(config, data, own, slips, false, hall::mayPrint, CLOCK);
  }

  private PrintRoom room(String folder, CaseStore store) {
    Path data = dir.resolve(folder);
    return new PrintRoom(config, data, store, new SlipDesk(config, data, CLOCK), false, CLOCK);
  }

  private void issue() throws Exception {
    byte[] jpeg = Files.readAllBytes(Pictures.file("audrey.jpg"));
    NewCase fresh =
        new NewCase(
            "case",
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
    own.issue(fresh, numbers, number -> SlipSamples.pdf());
  }

  @AfterEach
  void close() {
    assertEquals(List.of(), Audit.breaks(consoles.database()));
    assertEquals(List.of(), Audit.search(consoles.database(), "merge refused", 9));
    own.close();
    line.close();
    consoles.close();
  }

  @Test
  void whatTheConsolePrintedTheKioskDoesNotPrintAndKeepsAsLong() throws Exception {
    assertInstanceOf(PrintOutcome.Printed.class, atConsole());
    assertFalse(kiosk.printFor("case") instanceof PrintOutcome.Printed);
    assertTrue(hall.meet(numbers));
    assertFalse(kiosk.printFor("case") instanceof PrintOutcome.Printed);
    assertEquals(List.of(), slips("kiosk"));
    assertEquals(1, slips("console").size());
    assertEquals(List.of(JobState.FAILED, JobState.PRINTED), states(own));
    assertTrue(hall.meet(numbers));
    assertEquals(List.of(JobState.FAILED, JobState.PRINTED), states(consoles));

    assertEquals(0, own.purge(KEEP.at(NOON.plus(Duration.ofDays(8)))).cases());
    assertEquals(1, own.purge(KEEP.at(NOON.plus(Duration.ofDays(91)))).cases());
  }

  @Test
  void aKioskThatHasJustStartedAsksBeforeItPrintsWhatIsLeft() throws Exception {
    assertInstanceOf(PrintOutcome.Printed.class, atConsole());
    start();
    kiosk.resume();
    assertEquals(List.of(), slips("kiosk"));
    assertTrue(hall.meet(numbers));
    assertEquals(List.of(JobState.FAILED, JobState.PRINTED), states(own));
  }

  @Test
  void whatTheKioskHasInHandTheConsoleDoesNotPrint() throws Exception {
    assertInstanceOf(PrintOutcome.Printed.class, kiosk.printFor("case"));
    assertThrows(StorageTrouble.class, this::atConsole);
    assertEquals(List.of(), slips("console"));
    assertTrue(hall.meet(numbers));
    assertEquals(List.of(JobState.PRINTED), states(consoles));
    assertInstanceOf(PrintOutcome.Printed.class, atConsole());
    assertTrue(hall.meet(numbers));
    assertEquals(List.of(JobState.PRINTED, JobState.PRINTED), states(own));
  }

  @Test
  void withTheHallAwayBothMayPrintAndBothAreKnown() throws Exception {
    line.close();
    assertInstanceOf(PrintOutcome.Printed.class, kiosk.printFor("case"));
    assertInstanceOf(PrintOutcome.Printed.class, atConsole());
    back();
    assertTrue(hall.meet(numbers));
    assertEquals(0, hall.waiting());
    assertEquals(List.of(JobState.PRINTED, JobState.PRINTED), states(own));
    assertEquals(List.of(JobState.PRINTED, JobState.PRINTED), states(consoles));
  }

  @Test
  void twoCopiesOfOneNumberAreBothKept() throws Exception {
    assertTrue(own.jobs().sending("case-1", "p"));
    assertTrue(own.jobs().ended("case-1", JobState.FAILED, "no paper"));
    assertTrue(hall.meet(numbers));
    line.close();
    assertInstanceOf(PrintOutcome.Printed.class, kiosk.printFor("case"));
    assertInstanceOf(PrintOutcome.Printed.class, atConsole());
    back();
    assertTrue(hall.meet(numbers));
    assertEquals(0, hall.waiting());
    List<JobState> all = List.of(JobState.FAILED, JobState.PRINTED, JobState.PRINTED);
    assertEquals(all, states(own));
    assertEquals(all, states(consoles));
    assertTrue(hall.meet(numbers));
    assertEquals(all, states(own));
  }

  @Test
  void aSlipThatFailedAtTheConsoleIsPrintedAtTheKiosk() throws Exception {
    PrintJob waiting = consoles.jobs().of("case").getLast();
    PrintJob taken = consoles.jobs().takeOver(waiting, SlipSamples.pdf());
    assertFalse(kiosk.printFor("case") instanceof PrintOutcome.Printed);
    assertTrue(consoles.jobs().sending(taken.id(), "p"));
    assertTrue(consoles.jobs().ended(taken.id(), JobState.FAILED, "no paper"));
    assertTrue(hall.meet(numbers));
    assertInstanceOf(PrintOutcome.Printed.class, kiosk.printFor("case"));
    assertTrue(hall.meet(numbers));
    assertEquals(List.of(JobState.FAILED, JobState.FAILED, JobState.PRINTED), states(consoles));
  }

  @Test
  void aRestoredRecordLearnsAgainWhatWasPrintedElsewhere() throws Exception {
    assertInstanceOf(PrintOutcome.Printed.class, atConsole());
    assertTrue(hall.meet(numbers));
    own.database()
        .write(
            "Going back to yesterday",
            handle ->
                handle.execute("delete from print_step where job_id = 'case-2'")
                    + handle.execute("delete from print_job where id = 'case-2'"));
    back(); // as after a restart
    assertEquals(List.of(JobState.FAILED, JobState.PRINTED), states(own));
  }

  private PrintOutcome atConsole() {
    return console.reprint(consoles.byId("case").orElseThrow(), false);
  }

  private static List<JobState> states(CaseStore store) {
    return store.jobs().of("case").stream().map(PrintJob::state).toList();
  }

  private List<Path> slips(String folder) throws Exception {
    Path slips = dir.resolve(folder).resolve("slips");
    if (Files.notExists(slips)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(slips)) {
      return files.toList();
    }
  }
}
