package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.huizhi.receipt.SlipKeys;
import org.huizhi.record.Backup;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Cases;
import org.huizhi.record.Due;
import org.huizhi.record.Restore;
import org.huizhi.record.Retention;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kiosk purge} says is gone is gone from the copies too. */
class PurgeCommandTest {
  /** The command goes by the true time, so that what is kept here does too. */
  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

  private static final Retention YEAR = Retention.of(Duration.ofDays(365));

  @TempDir Path data;
  private final PrintStream stdout = System.out;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Path copy = Path.of("");

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    Instant monthAgo = CLOCK.instant().minus(Duration.ofDays(30));
    try (CaseStore store = CaseStore.open(data, CLOCK)) {
      store.issue(Cases.fresh("a", monthAgo), Cases.PLAIN, Cases::slip);
      copy = Backup.write(store, data.resolve("backup"), YEAR, CLOCK);
    }
    Restore.from(copy, data, YEAR, Set.of(), CLOCK);
  }

  @AfterEach
  void release() {
    System.setOut(stdout);
  }

  private int purge() {
    return Main.run("purge", "--data", data.toString(), "--older-than", "10");
  }

  private int personal(Path file, Path at) throws Exception {
    Files.createDirectories(at);
    Files.copy(file, at.resolve(CaseStore.FILE));
    Files.copy(
        data.resolve("vault.key"),
        at.resolve("vault.key"),
        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    try (CaseStore store = CaseStore.open(at, CLOCK)) {
      return store.personal(Due.before(CLOCK.instant()));
    }
  }

  @Test
  void nothingThatIsDueIsLeftInACopyOrInTheRecordThatWasReplaced(@TempDir Path elsewhere)
      throws Exception {
    Path aside = data.resolve("cases.db.replaced");
    assertEquals(1, personal(copy, elsewhere.resolve("1")));
    assertEquals(1, personal(aside, elsewhere.resolve("2")));
    assertEquals(0, purge(), out::toString);
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("copies: 2 looked into"));
    assertEquals(0, personal(copy, elsewhere.resolve("3")));
    assertEquals(0, personal(aside, elsewhere.resolve("4")));
  }

  @Test
  void byADateThatWentFarAheadNothingIsDeletedUnlessSomebodyHasLooked(@TempDir Path elsewhere)
      throws Exception {
    Files.writeString(
        data.resolve("date.seen"), CLOCK.instant().minus(Duration.ofDays(400)) + " PT0S");
    nothingGoesUnlessSomebodyHasLooked(elsewhere);
    assertEquals(0, purge(), out::toString);
  }

  private void nothingGoesUnlessSomebodyHasLooked(Path elsewhere) throws Exception {
    assertEquals(2, purge(), out::toString);
    assertEquals(1, personal(data.resolve(CaseStore.FILE), elsewhere.resolve("1")));
    assertEquals(
        0,
        Main.run("purge", "--data", data.toString(), "--older-than", "10", "--date-is-right"),
        out::toString);
    assertEquals(0, personal(data.resolve(CaseStore.FILE), elsewhere.resolve("2")));
  }

  /** As the kiosk does: a program that did not note dates yet, or a folder put back. */
  @Test
  void whereNoDateWasNotedTheNewestEntryOfTheRecordIsTheLastOne(@TempDir Path elsewhere)
      throws Exception {
    Clock then = Clock.offset(CLOCK, Duration.ofDays(-400));
    data = elsewhere.resolve("data");
    try (CaseStore store = CaseStore.open(data, then)) {
      store.issue(Cases.fresh("a", then.instant()), Cases.PLAIN, Cases::slip);
    }
    nothingGoesUnlessSomebodyHasLooked(elsewhere);
  }

  /**
   * Else a purge that runs every night, where no kiosk does any more, would end after four days.
   */
  @Test
  void aDateThatWasBelievedIsNoted() throws Exception {
    Path seen = data.resolve("date.seen");
    Instant before = CLOCK.instant();
    Files.writeString(seen, before.minus(Duration.ofDays(3)) + " PT0S");
    assertEquals(0, purge(), out::toString);
    Instant noted = Instant.parse(Files.readString(seen).split(" ", 2)[0]);
    assertTrue(!noted.isBefore(before), noted::toString);
  }

  @Test
  void whatCannotBeLookedIntoIsNamedAndProvesNothing() throws Exception {
    Files.write(data.resolve("cases.db.replaced"), new byte[5000]);
    Path draft = Files.writeString(data.resolve("backup/backup.draft"), "half a copy");
    assertEquals(1, purge(), out::toString);
    String said = out.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("cases.db.replaced: "), said);
    assertTrue(said.contains(draft.toString()), said);
    assertTrue(said.contains("something is left"), said);
  }

  private Path written(Path file, Duration ago) throws Exception {
    Files.createDirectories(file.getParent());
    if (Files.notExists(file)) {
      Files.writeString(file, "somebody's");
    }
    return Files.setLastModifiedTime(file, FileTime.from(CLOCK.instant().minus(ago)));
  }

  /** They are made once: three months later the proof would fail for ever. */
  @Test
  void keysThatAreOldAreNoPersons() throws Exception {
    SlipKeys.open(data, "1");
    for (String key : List.of("slip-keys/1.key", "slip-keys/1.pub", "receive.key")) {
      written(data.resolve(key), Duration.ofDays(100));
    }
    assertEquals(0, purge(), out::toString);
    Path foreign = written(data.resolve("slip-keys/scan.jpg"), Duration.ofDays(100));
    assertEquals(1, purge(), out::toString);
    assertTrue(out.toString(StandardCharsets.UTF_8).contains(foreign.toString()), out::toString);
  }

  /** Only the record itself was looked into. */
  @Test
  void aRecordThatSomebodyPutAsideIsNamed() throws Exception {
    Path aside = data.resolve("before/cases.db");
    Files.createDirectories(aside.getParent());
    Files.copy(data.resolve("cases.db"), aside);
    written(aside, Duration.ofDays(100));
    assertEquals(1, purge(), out::toString);
    assertTrue(out.toString(StandardCharsets.UTF_8).contains(aside.toString()), out::toString);
  }

  @Test
  void aFolderThatIsALinkIsLookedThroughToo(@TempDir Path elsewhere) throws Exception {
    Path old = written(elsewhere.resolve("disk/scan.jpg"), Duration.ofDays(100));
    Files.createSymbolicLink(data.resolve("linked"), old.getParent());
    Files.createSymbolicLink(old.resolveSibling("back"), data); // round and round
    assertEquals(1, purge(), out::toString);
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("linked/scan.jpg"), out::toString);
    Files.delete(data.resolve("linked"));
    assertEquals(0, purge(), out::toString);

    Path link = Files.createSymbolicLink(elsewhere.resolve("data"), data);
    written(data.resolve("scan.jpg"), Duration.ofDays(100));
    data = link;
    assertEquals(1, purge(), out::toString);
  }

  /** Slips are readable; a folder of theirs that nobody can list may hold any. */
  @Test
  void aPrintersFolderThatCannotBeLookedIntoIsNamedAndProvesNothing() throws Exception {
    Files.writeString(data.resolve("slips"), "no folder");
    assertEquals(1, purge(), out::toString);
    String said = out.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("printer folder: old slips may be left in its folder"), said);
    assertTrue(said.contains("something is left"), said);
  }
}
