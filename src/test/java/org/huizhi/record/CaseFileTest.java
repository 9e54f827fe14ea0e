package org.huizhi.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.huizhi.storage.StorageTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What only a database in a file can do or suffer. */
class CaseFileTest {
  @TempDir Path dir;

  private CaseStore open() {
    return CaseStore.open(dir, Cases.CLOCK);
  }

  @Test
  void nothingPersonalLiesInAnyFile() throws Exception {
    try (CaseStore store = open()) {
      store.issue(Cases.fresh("a"), Cases.PLAIN, Cases::slip);
      assertEquals(List.of(), PlainTraces.in(dir), "while it runs, with its log");
    }
    assertEquals(List.of(), PlainTraces.in(dir));
    // The search itself can find something.
    Files.writeString(dir.resolve("note.txt"), "for " + Cases.NAME);
    Files.write(dir.resolve("x.bin"), Cases.jpeg());
    assertEquals(2, PlainTraces.in(dir).size());
  }

  @Test
  void whatAPurgeFreedIsOverwritten() throws Exception {
    try (CaseStore store = open()) {
      store.issue(Cases.fresh("a"), Cases.PLAIN, Cases::slip);
    }
    byte[] before = Files.readAllBytes(dir.resolve(CaseStore.FILE));
    byte[] trace = Arrays.copyOfRange(before, before.length - 300, before.length - 200);
    try (CaseStore store = open()) {
      store.purge(Due.before(Cases.NOW.plusSeconds(1)));
    }
    byte[] after = Files.readAllBytes(dir.resolve(CaseStore.FILE));
    assertTrue(PlainTraces.holds(before, trace));
    assertFalse(PlainTraces.holds(after, trace), "even the sealed bytes are gone");
  }

  @Test
  void aDamagedFileIsSaidToBeDamaged() throws Exception {
    open().close();
    try (RandomAccessFile file = new RandomAccessFile(dir.resolve("cases.db").toFile(), "rw")) {
      file.write(new byte[200]);
    }
    assertEquals(StorageTrouble.Kind.CORRUPT, kind(this::open));
  }

  @Test
  void aDamagedPageIsSeenAtTheStart() throws Exception {
    try (CaseStore store = open()) {
      for (int i = 0; i < 5; i++) {
        store.issue(Cases.fresh("case-" + i), Cases.PLAIN, Cases::slip);
      }
    }
    try (RandomAccessFile file = new RandomAccessFile(dir.resolve("cases.db").toFile(), "rw")) {
      for (long page = 4; page < 12; page++) {
        file.seek(page * 4096);
        file.write(new byte[64]);
      }
    }
    assertEquals(StorageTrouble.Kind.CORRUPT, kind(this::open));
  }

  @Test
  void aDatabaseThatCannotBeOpenedIsAway() throws Exception {
    Vault.open(dir);
    Files.createDirectory(dir.resolve("cases.db"));
    assertEquals(StorageTrouble.Kind.AWAY, kind(this::open));
  }

  @Test
  void tablesOfAnotherVersionAreSaidToBeOfAnotherVersion() throws Exception {
    open().close();
    try (Connection plain =
            DriverManager.getConnection("jdbc:sqlite:" + dir.resolve(CaseStore.FILE));
        Statement statement = plain.createStatement()) {
      statement.executeUpdate("update flyway_schema_history set checksum = 1 where version = '1'");
      statement.executeUpdate(
          "delete from flyway_schema_history"
              + " where installed_rank = (select max(installed_rank) from flyway_schema_history)");
    }
    assertEquals(StorageTrouble.Kind.REFUSED, kind(this::open));
  }

  @Test
  void aPurgeEmptiesTheLog() throws Exception {
    try (CaseStore store = open()) {
      store.issue(Cases.fresh("a"), Cases.PLAIN, Cases::slip);
      store.purge(Due.before(Cases.NOW.plusSeconds(1)));
      assertEquals(0, Files.size(dir.resolve(CaseStore.FILE + "-wal")));
    }
  }

  private static StorageTrouble.Kind kind(Executable doing) {
    return assertThrows(StorageTrouble.class, doing).kind();
  }
}
