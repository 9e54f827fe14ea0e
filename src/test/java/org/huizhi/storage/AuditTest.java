package org.huizhi.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditTest {
  private static final String HEARD =
      """
      insert into machine (name, heard_at, working, direction) values (:name, 1, :no, '')
      on conflict (name) do nothing returning *, name as subject
      """;

  @TempDir Path dir;

  private final Audit audit = new Audit("厅-3/queue", Clock.systemUTC());

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatTheServerNotesFollowsWhatJavaNoted(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir)) {
      Database database = hall.database();
      database.write("", handle -> audit.note(handle, "出厂", "3", ""));
      assertEquals(Optional.of("入口 A"), hear(database, "入口 A"));
      assertEquals(Optional.empty(), hear(database, "入口 A"));
      database.write("", handle -> audit.note(handle, "began", "3", "第一天"));
      assertEquals(List.of(), Audit.breaks(database));
      List<Audit.Line> lines = Audit.search(database, "", 9);
      assertEquals(3, lines.size(), "nothing was changed the second time, nothing is noted");
      assertTrue(lines.stream().anyMatch(l -> l.what().equals("入口") && l.subject().equals("入口 A")));
    }
  }

  private Optional<String> hear(Database database, String name) {
    return database.single(
        "",
        handle ->
            audit.noting(
                handle,
                database.dialect(),
                HEARD,
                Map.of("name", name, "no", false),
                "入口",
                "第二窗口",
                row -> row.getString("name")));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aLineThatWasRolledBackIsFollowedByNone(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir)) {
      Database database = hall.database();
      database.write("", handle -> audit.note(handle, "one", "", ""));
      assertThrows(
          IllegalStateException.class,
          () ->
              database.write(
                  "",
                  handle -> {
                    audit.note(handle, "two", "", "");
                    throw new IllegalStateException("it went wrong after all");
                  }));
      database.write("", handle -> audit.note(handle, "three", "", ""));
      database.write(
          "", handle -> new Audit("厅-3/queue", Clock.systemUTC()).note(handle, "4", "", ""));
      database.write("", handle -> audit.note(handle, "five", "", ""));
      assertEquals(List.of(), Audit.breaks(database));
      assertEquals(4, Audit.search(database, "", 9).size());
    }
  }

  /** A change is told once it is stored, and not when it was taken back. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void whoWaitsForChangesIsTold(Kind kind) throws InterruptedException {
    try (TestHall hall = new TestHall(kind, dir)) {
      Database database = hall.database();
      try (Changes changes = database.changes()) {
        assertTrue(!changes.await(Duration.ofMillis(1)));
        for (int i = 0; i < 3; i++) {
          hear(database, "machine " + i);
          database.read(
              "",
              handle -> {
                database.tellOf(handle);
                return true;
              });
          assertTrue(changes.await(Duration.ofSeconds(20)), "change " + i);
        }
        database.write(
            "",
            handle -> {
              database.tellOf(handle);
              return audit.note(handle, "told in a transaction", "", "");
            });
        assertTrue(changes.await(Duration.ofSeconds(20)));
      }
    }
  }
}
