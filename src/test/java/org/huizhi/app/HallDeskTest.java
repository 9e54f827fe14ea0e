package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huizhi.config.KioskConfig;
import org.huizhi.console.CaseFile;
import org.huizhi.receipt.ImageNumbers;
import org.huizhi.receipt.SlipCode;
import org.huizhi.receipt.SlipKeys;
import org.huizhi.receipt.SlipSamples;
import org.huizhi.record.CaseLine;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Decided;
import org.huizhi.record.Deletion;
import org.huizhi.record.Due;
import org.huizhi.record.JobState;
import org.huizhi.record.NewCase;
import org.huizhi.record.Personal;
import org.huizhi.staff.Entry;
import org.huizhi.staff.Health;
import org.huizhi.staff.Heartbeats;
import org.huizhi.staff.Person;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Kind;
import org.huizhi.storage.StorageTrouble;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What staff do with cases, on a real record, printer and audit, on both databases. */
class HallDeskTest {
  private static final String EARLIER =
      "[[{\"code\":\"EYES_CLOSED\",\"result\":\"missed\",\"severity\":\"veto\"},"
          + "{\"code\":\"BLUR\",\"result\":\"met\",\"severity\":\"veto\"}]]";

  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

  @TempDir private Path dir = Path.of("");

  @ParameterizedTest
  @EnumSource
  void casesAreFoundPrintedAgainAndDeleted(Kind kind) throws Exception {
    KioskConfig config = KioskConfig.read(Path.of("kiosk-config"));
    Clock clock = Clock.fixed(NOON, config.kiosk().timeZone()); // today stays today
    try (CaseStore store = CaseStore.open(dir, kind.storage(), "1", clock)) {
      HallDesk desk = desk(config, store, clock);
      String number = issue(config, store, clock);
      Person who = desk.addFirst("1001", "739164".toCharArray());
      assertTrue(desk.enter("1001", "739164".toCharArray()) instanceof Entry.In);

      List<CaseLine> found = desk.cases(number.substring(3).toLowerCase(Locale.ROOT));
      assertEquals(List.of(number), found.stream().map(CaseLine::imageNumber).toList());
      assertEquals(1, desk.cases("A012").size(), "by ticket");
      assertEquals(0, desk.cases("A01").size());
      assertEquals(1, desk.cases("").size());

      CaseFile file = desk.file(who, number).orElseThrow();
      assertEquals(Optional.of(new Decided("1001", "MEDICAL")), file.kept().decided());
      assertEquals(Optional.empty(), file.mayReprint());
      store.jobs().sending(file.kept().id() + "-1", "folder");
      store.jobs().ended(file.kept().id() + "-1", JobState.PRINTED, "");
      assertTrue(desk.reprint(who, number));
      try (Stream<Path> slips = Files.list(dir.resolve("slips"))) {
        assertEquals(1, slips.filter(slip -> slip.toString().contains(number)).count());
      }

      String corrected = desk.correctName(who, number, "章三").orElseThrow();
      assertEquals(
          new Personal(Optional.of("章三"), Optional.empty(), Optional.of("13912345678")),
          store.byNumber(corrected).orElseThrow().personal());
      assertTrue(CaseStore.voided(store.database(), number).orElseThrow().contains(corrected));
      assertEquals(Optional.empty(), CaseStore.voided(store.database(), corrected));
      if (kind == Kind.SQLITE) {
        SlipKeys.Own key = SlipKeys.open(dir, config.kiosk().slipKey());
        assertEquals(1, verify(number, key), "the old slip is void");
        assertEquals(0, verify(corrected, key));
      }
      assertEquals(Optional.empty(), store.byNumber(number).orElseThrow().photo());
      assertEquals(Optional.empty(), desk.correctName(who, number, "张三"), "it is void");

      assertEquals(Map.of("EYES_CLOSED", 1), desk.report(1).retakes());
      assertEquals(1, desk.report(7).days().getLast().counts().decided());
      assertTrue(Files.readString(Path.of(desk.saveReport(who, 7))).contains("EYES_CLOSED,1"));

      Deletion deletion = desk.delete(who, corrected, "PERSON_DEMANDS").orElseThrow();
      CaseFile after = desk.file(who, corrected).orElseThrow();
      assertEquals(Optional.empty(), after.kept().photo());
      assertEquals(Personal.NONE, after.kept().personal());
      assertFalse(desk.reprint(who, corrected), "nothing is left to print");
      assertEquals(Optional.empty(), desk.delete(who, corrected, "PERSON_DEMANDS"), "only once");
      try (Stream<Path> slips = Files.list(dir.resolve("slips"))) {
        assertEquals(0, slips.count(), "nor in the printer's folder");
      }
      assertEquals(0, store.personal(Due.before(NOON.plusSeconds(60))));
      assertTrue(
          desk.book("case deleted").stream()
              .anyMatch(line -> line.hash().equals(deletion.auditHash())));
      assertTrue(
          desk.book("1001").stream().map(Audit.Line::what).toList().contains("slip reprinted"));
      assertEquals(List.of(), desk.breaks());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPrinterThatDoesNotAnswerTakesNoReceiptAndNoLineOfTheAudit(Kind kind) throws Exception {
    KioskConfig config = KioskConfig.read(Path.of("kiosk-config"));
    Clock clock = Clock.system(config.kiosk().timeZone());
    try (CaseStore store = CaseStore.open(dir, kind.storage(), "1", clock)) {
      HallDesk.Books books = OpenBooks.of(config, dir, store, "1", clock);
      HallDesk.Books silent =
          new HallDesk.Books(
              books.hall(),
              store,
              books.staff(),
              books.reviews(),
              books.slips(),
              _ -> {
                throw new StorageTrouble(StorageTrouble.Kind.BUSY, "The printer is busy.");
              },
              dir);
      HallDesk desk = new HallDesk(() -> silent, config, Optional.empty(), clock);
      String number = issue(config, store, clock);
      Person who = desk.addFirst("1001", "739164".toCharArray());
      assertThrows(StorageTrouble.class, () -> desk.reprint(who, number));
      assertTrue(desk.book(number).stream().anyMatch(line -> line.what().contains("reprint")));
      String corrected = desk.correctName(who, number, "章三").orElseThrow();
      Deletion deletion = desk.delete(who, corrected, "PERSON_DEMANDS").orElseThrow();
      assertEquals(corrected, deletion.imageNumber());
    }
  }

  /** As a window does with what its scanner read. */
  private int verify(String number, SlipKeys.Own key) {
    String code = SlipCode.sign(number, "hk-macau-permit", LocalDate.EPOCH, "ab".repeat(32), key);
    return Main.run("verify-slip", "--data", dir.toString(), code);
  }

  @ParameterizedTest
  @EnumSource
  void everyMachineTellsHowItIs(Kind kind) throws Exception {
    KioskConfig config = KioskConfig.read(Path.of("kiosk-config"));
    Clock clock = Clock.system(config.kiosk().timeZone());
    try (CaseStore store = CaseStore.open(dir, kind.storage(), "1", clock)) {
      Instant now = Instant.ofEpochMilli(clock.millis());
      Health.Part camera =
          new Health.Part(
              Health.Kind.CAMERA,
              "",
              Optional.of("camera.frozen"),
              Optional.of(now),
              Map.of(Health.Fact.PICTURES_A_SECOND, "24"));
      Health ill = new Health("1", now, List.of(camera), Map.of(Health.Count.CASES, 3));
      Health.Part disk =
          new Health.Part(Health.Kind.DISK, "", Optional.empty(), Optional.empty(), Map.of());
      Health well = new Health("2", now, List.of(disk), Map.of());
      Heartbeats beats = new Heartbeats(store.database());
      beats.beat(well);
      beats.beat(new Health("1", now.minusSeconds(5), List.of(), Map.of()));
      beats.beat(ill);
      assertEquals(List.of(ill, well), desk(config, store, clock).machines());
    }
  }

  private HallDesk desk(KioskConfig config, CaseStore store, Clock clock) {
    HallDesk.Books books = OpenBooks.of(config, dir, store, "1", clock);
    return new HallDesk(() -> books, config, Optional.empty(), clock);
  }

  private static String issue(KioskConfig config, CaseStore store, Clock clock) throws Exception {
    NewCase fresh =
        new NewCase(
            UUID.randomUUID().toString(),
            "hk-macau-permit",
            clock.instant(),
            Optional.empty(),
            Optional.of(new Decided("1001", "MEDICAL")),
            false,
            new Personal(Optional.of("张三"), Optional.empty(), Optional.of("13912345678")),
            SlipSamples.photo(),
            "[]",
            "[]",
            Optional.of("A012"),
            EARLIER);
    byte[] pdf = SlipSamples.pdf();
    return store
        .issue(fresh, ImageNumbers.of(config.kiosk().imageNumber(), "1"), _ -> pdf)
        .imageNumber();
  }
}
