package org.huizhi.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each moment at which a swap can be broken off, as the disk has it then. */
class SwapTest {
  @TempDir Path dir;
  private Path file = Path.of("");

  @BeforeEach
  void choose() {
    file = dir.resolve("cases.db");
  }

  private void make(String name, String series) {
    try (Database database = Database.open(dir.resolve(name))) {
      database.write(
          "", handle -> handle.execute("insert into serial values (?, '2026-11-26', 1)", series));
    }
  }

  private static List<String> series(Path file) {
    try (Database database = Database.open(file)) {
      return database.read(
          "", h -> h.createQuery("select series from serial").mapTo(String.class).list());
    }
  }

  private void assertSwapped() throws IOException {
    assertEquals(List.of("new"), series(file));
    assertEquals("log", Files.readString(dir.resolve("cases.db.replaced-wal")));
    Files.delete(dir.resolve("cases.db.replaced-wal"));
    assertEquals(List.of("old"), series(Swap.replaced(file)));
    try (Stream<Path> files = Files.list(dir)) {
      assertEquals(
          Set.of("cases.db", "cases.db.replaced"),
          files
              .map(one -> one.getFileName().toString())
              .filter(name -> !name.endsWith(".opening"))
              .collect(Collectors.toSet()));
    }
  }

  /** The draft waits, and nothing was moved yet; there is one that was replaced before. */
  @Test
  void beforeTheOldOneIsMoved() throws Exception {
    make("cases.db", "old");
    make("cases.db.replaced", "oldest");
    Files.writeString(dir.resolve("cases.db.replaced-shm"), "oldest");
    Files.writeString(dir.resolve("cases.db-wal"), "log");
    make("cases.db.next", "new");
    assertSwapped();
  }

  @Test
  void betweenTheOldOneAndItsLog() throws Exception {
    make("cases.db.replaced", "old");
    Files.writeString(dir.resolve("cases.db-wal"), "log");
    make("cases.db.next", "new");
    assertSwapped();
  }

  @Test
  void beforeTheNewOneIsInPlace() throws Exception {
    make("cases.db.replaced", "old");
    Files.writeString(dir.resolve("cases.db.replaced-wal"), "log");
    make("cases.db.next", "new");
    assertSwapped();
  }

  @Test
  void whereNoneWasNothingIsKept() throws Exception {
    make("draft", "new");
    Swap.put(dir.resolve("draft"), file);
    assertEquals(List.of("new"), series(file));
    assertFalse(Files.exists(Swap.replaced(file)));
  }
}
