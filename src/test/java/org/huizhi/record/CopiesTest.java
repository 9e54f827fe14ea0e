package org.huizhi.record;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.huizhi.printer.SmallDisk;
import org.huizhi.storage.StorageTrouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies beside a record is kept for a week and no longer. */
class CopiesTest {
  private static final Retention KEEP = Retention.of(Duration.ofDays(90));
  private final LocalDate today = LocalDate.now(Cases.CLOCK);

  @TempDir Path dir;
  private Path data = Path.of("");
  private Path folder = Path.of("");

  @BeforeEach
  void choose() throws IOException {
    data = dir.resolve("data");
    folder = Files.createDirectories(data.resolve("backup"));
  }

  private Path copyOf(LocalDate day) throws IOException {
    return Files.createFile(Backup.of(folder, day));
  }

  @Test
  void aCopyGoesOnTheSeventhDayWhetherOrNotThereIsANewOne() throws Exception {
    Path week = copyOf(today.minusDays(7));
    Path younger = copyOf(today.minusDays(6));
    Files.createFile(folder.resolve("cases-2026-99-99.db")); // not ours
    Copies.tidy(data, Cases.CLOCK);
    assertFalse(Files.exists(week));
    assertTrue(Files.exists(younger));
  }

  @Test
  void aCopyDatedAheadGoesOnceThereIsOneOfToday() throws Exception {
    Path ahead = copyOf(today.plusDays(2));
    Path tomorrow = copyOf(today.plusDays(1));
    Copies.tidy(data, Cases.CLOCK);
    assertTrue(Files.exists(ahead), "a clock that is wrong for a moment takes no copy away");
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      Backup.write(store, folder, KEEP, Cases.CLOCK);
    }
    Copies.tidy(data, Cases.CLOCK);
    assertFalse(Files.exists(ahead));
    assertTrue(Files.exists(tomorrow), "a time zone may have been set");
  }

  @Test
  void aFullDiskKeepsNoCopyTooLongAndNoDraft() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(dir, "1m");
        CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      Path old = Files.createFile(Backup.of(disk.path(), today.minusDays(7)));
      for (int i = 0; i < 20; i++) {
        store.issue(Cases.fresh("case-" + i), Cases.PLAIN, Cases::slip);
      }
      assertThrows(StorageTrouble.class, () -> Backup.write(store, disk.path(), KEEP, Cases.CLOCK));
      assertFalse(Files.exists(old));
      try (Stream<Path> files = Files.list(disk.path())) {
        assertEquals(List.of(), files.filter(f -> f.toString().contains(".draft")).toList());
      }
    }
  }

  @Test
  void draftsThatAKillLeftGo() throws Exception {
    Path backup = written(folder.resolve("backup.draft"), Duration.ofHours(2));
    Path log = written(folder.resolve("backup.draft-wal"), Duration.ofHours(2));
    Path restore = written(data.resolve("restore.draft"), Duration.ofHours(2));
    Copies.tidy(data, Cases.CLOCK);
    assertFalse(Files.exists(backup) || Files.exists(log) || Files.exists(restore));
    Path young = written(folder.resolve("backup.draft"), Duration.ofMinutes(1));
    Copies.tidy(data, Cases.CLOCK);
    assertTrue(Files.exists(young), "somebody is writing it");
  }

  @Test
  void twoBackupsAtOnceDoNotDisturbEachOther() throws Exception {
    Clock real = Clock.system(Cases.HALL); // the disk's time, which says what is old
    Path copy = Backup.of(folder, LocalDate.now(real));
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      issue(store, "new", Cases.NOW);
      Path others = written(folder.resolve("backup.draft"), real.instant());
      Instant longAgo = real.instant().minus(Duration.ofHours(2));
      Path killed = written(folder.resolve("backup-12-34.draft"), longAgo);
      Path killedLog = written(folder.resolve("backup-56.draft-wal"), longAgo);
      List<Future<Path>> written = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        written.add(threads.submit(() -> Backup.write(store, folder, KEEP, real)));
      }
      for (Future<Path> one : written) {
        assertEquals(copy, one.get());
      }
      assertTrue(Files.exists(others), "another backup writes on it");
      assertFalse(Files.exists(killed) || Files.exists(killedLog));
      try (Stream<Path> files = Files.list(folder)) {
        assertEquals(Set.of(others, copy), files.collect(toSet()));
      }
    }
    try (CaseStore whole = asRecord(copy)) {
      assertTrue(whole.byId("new").orElseThrow().photo().isPresent());
    }
  }

  private static Path written(Path file, Duration ago) throws IOException {
    return written(file, Cases.NOW.minus(ago));
  }

  private static Path written(Path file, Instant at) throws IOException {
    Files.writeString(file, "x");
    return Files.setLastModifiedTime(file, FileTime.from(at));
  }

  @Test
  void theRecordThatWasReplacedIsKeptForAWeekWithoutWhatWouldBeDue() throws Exception {
    Path aside = data.resolve("cases.db.replaced");
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      issue(store, "due soon", Cases.NOW.minus(Duration.ofDays(85)));
      issue(store, "new", Cases.NOW);
      Backup.write(store, folder, KEEP, Cases.CLOCK);
    }
    Restore.from(Backup.of(folder, today), data, KEEP, Set.of(), Cases.CLOCK);
    try (CaseStore replaced = asRecord(aside)) {
      assertTrue(replaced.byId("due soon").orElseThrow().photo().isEmpty());
      assertTrue(replaced.byId("new").orElseThrow().photo().isPresent());
    }
    Copies.tidy(data, Cases.later(Duration.ofDays(7).minusSeconds(1)));
    assertTrue(Files.exists(aside));
    written(data.resolve("cases.db.replaced-wal"), Duration.ZERO); // as a broken one leaves it
    Copies.tidy(data, Cases.later(Duration.ofDays(7)));
    assertFalse(Files.exists(aside));
    assertFalse(Files.exists(data.resolve("cases.db.replaced-wal")));
  }

  @Test
  void aReplacedRecordDatedAheadCountsFromNow() throws Exception {
    Path aside = written(data.resolve("cases.db.replaced"), Duration.ofDays(-400));
    Copies.tidy(data, Cases.CLOCK);
    Clock later = Cases.later(Duration.ofDays(7));
    assertTrue(Files.exists(aside));
    Copies.tidy(data, later);
    assertFalse(Files.exists(aside));
  }

  private static void issue(CaseStore store, String id, Instant shotAt) {
    store.issue(Cases.fresh(id, shotAt), Cases.PLAIN, Cases::slip);
  }

  private CaseStore asRecord(Path file) throws IOException {
    Path elsewhere = Files.createDirectory(dir.resolve("elsewhere"));
    Files.copy(file, elsewhere.resolve(CaseStore.FILE));
    Files.copy(
        data.resolve(Vault.FILE),
        elsewhere.resolve(Vault.FILE),
        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    return CaseStore.open(elsewhere, Cases.CLOCK);
  }
}
