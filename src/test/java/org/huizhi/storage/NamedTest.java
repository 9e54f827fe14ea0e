package org.huizhi.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NamedTest {
  @TempDir Path dir;

  @Test
  void aCastIsNoName() {
    Named read = Named.of("select :one::text, :two_three, :one");
    assertEquals("select ?::text, ?, ?", read.sql());
    assertEquals(List.of("one", "two_three", "one"), read.names());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void givesTheFirstRowOrASentence(Kind kind) {
    try (TestHall hall = new TestHall(kind, dir)) {
      Database database = hall.database();
      Map<String, Object> values = new HashMap<>(Map.of("least", 2));
      values.put("none", null);
      String numbers = "with v(n) as (values (1), (2), (3)) select n from v where n >= :least";
      assertEquals(Optional.of(2), first(database, numbers + " order by n", values));
      assertEquals(Optional.empty(), first(database, numbers + " and n = :none", values));
      StorageTrouble wrong =
          assertThrows(StorageTrouble.class, () -> first(database, "select nothing", values));
      assertEquals(StorageTrouble.Kind.AWAY, wrong.kind());
    }
  }

  private static Optional<Integer> first(Database database, String sql, Map<String, ?> values) {
    return database.single(
        "Counting", handle -> Named.of(sql).first(handle, values, row -> row.getInt("n")));
  }
}
