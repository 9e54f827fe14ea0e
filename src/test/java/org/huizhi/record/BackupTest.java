package org.huizhi.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.huizhi.storage.Audit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final Retention KEEP = Retention.of(Duration.ofDays(90));

  @TempDir Path dir;

  @Test
  void whatIsRestoredIsWhatWasAndNoNumberIsGivenAgain() throws Exception {
    Path data = dir.resolve("data");
    Path copy;
    String later;
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      store.issue(Cases.fresh("a"), Cases.PLAIN, Cases::slip);
      copy = Backup.write(store, dir.resolve("backup"), KEEP, Cases.CLOCK);
      later = store.issue(Cases.fresh("b"), Cases.PLAIN, Cases::slip).imageNumber();
    }
    Restore.from(copy, data, KEEP, Set.of(), Cases.CLOCK);
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      assertEquals(Cases.fresh("a").personal(), store.byId("a").orElseThrow().personal());
      assertTrue(store.byId("b").isEmpty());
      assertEquals("T202611260000002", later);
      assertEquals(
          "T202611260000003",
          store.issue(Cases.fresh("c"), Cases.PLAIN, Cases::slip).imageNumber());
      assertEquals(List.of(), Audit.breaks(store.database()));
    }
    assertTrue(Files.exists(data.resolve("cases.db.replaced")));
    // A record that cannot be read any more tells nothing: numbers are left out instead.
    Files.write(data.resolve(CaseStore.FILE), new byte[5000]);
    Restore.from(copy, data, KEEP, Set.of(), Cases.CLOCK);
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      assertEquals("T202611260010002", store.reserve("d", Cases.PLAIN));
    }
  }

  @Test
  void aCopyHoldsNothingThatIsDueWhileItIsKept() throws Exception {
    Path data = dir.resolve("data");
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      store.issue(
          Cases.fresh("old", Cases.NOW.minus(Duration.ofDays(85))), Cases.PLAIN, Cases::slip);
      store.issue(Cases.fresh("new"), Cases.PLAIN, Cases::slip);
      Path copy = Backup.write(store, data.resolve("backup"), KEEP, Cases.CLOCK);
      assertTrue(store.byId("old").orElseThrow().photo().isPresent());
      Path elsewhere = dir.resolve("elsewhere");
      Files.createDirectory(elsewhere);
      Files.copy(copy, elsewhere.resolve(CaseStore.FILE));
      Files.copy(
          data.resolve(Vault.FILE),
          elsewhere.resolve(Vault.FILE),
          java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      try (CaseStore copied = CaseStore.open(elsewhere, Cases.CLOCK)) {
        assertFalse(copied.byId("old").orElseThrow().photo().isPresent());
        assertTrue(copied.byId("new").orElseThrow().photo().isPresent());
      }
      Path old = Files.createFile(data.resolve("backup/cases-2026-11-01.db"));
      Backup.write(store, data.resolve("backup"), KEEP, Cases.CLOCK);
      assertFalse(Files.exists(old), "a copy is kept for a week");
    }
  }
}
