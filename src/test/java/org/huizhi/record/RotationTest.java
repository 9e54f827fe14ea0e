package org.huizhi.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.huizhi.staff.Entry;
import org.huizhi.staff.Staff;
import org.huizhi.staff.StaffRole;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.Kind;
import org.huizhi.storage.Storage;
import org.huizhi.storage.StorageTrouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RotationTest {
  private static final char[] PIN = "482915".toCharArray();

  @TempDir Path dir;
  private Path data = Path.of("");

  @BeforeEach
  void choose() {
    data = dir.resolve("data");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everythingIsSealedAnewAndOpensAsBefore(Kind kind) throws Exception {
    Storage storage = kind.storage();
    try (CaseStore store = CaseStore.open(data, storage, "1", Cases.CLOCK)) {
      for (int i = 0; i < 45; i++) {
        store.issue(Cases.fresh("case-" + i), Cases.PLAIN, Cases::slip);
      }
      staff(store).add("7", "Seven", StaffRole.CLERK, PIN.clone(), "terminal");
      String before = Vault.open(data).keyName();

      Rotation.Done done = rotation(store).rotate(false);

      assertFalse(done.key().equals(before));
      assertEquals(45 * 5 + 2, done.values());
      assertEquals(List.of(done.key()), prefixes(store.database()));
      assertEquals(List.of(), Audit.breaks(store.database()));
      assertTrue(
          Audit.search(store.database(), "key changed", 9).stream()
              .anyMatch(line -> line.subject().equals(done.key())));
    }
    try (CaseStore store = CaseStore.open(data, storage, "1", Cases.CLOCK)) {
      KeptCase kept = store.byId("case-44").orElseThrow();
      assertEquals(Cases.NAME, kept.personal().name().orElseThrow());
      assertArrayEquals(Cases.jpeg(), kept.photo().orElseThrow().jpeg());
      assertTrue(store.jobs().slip(store.jobs().of("case-0").getFirst().id()).isPresent());
      assertInstanceOf(Entry.In.class, staff(store).enter("7", PIN.clone()));
      assertEquals(List.of(), PlainTraces.in(data));
    }
  }

  private Staff staff(CaseStore store) {
    return new Staff(store.database(), store.database(), "1", Vault.open(data), Cases.CLOCK);
  }

  private Rotation rotation(CaseStore store) {
    return new Rotation(data, List.of(store.database()), "1", Cases.CLOCK);
  }

  private static List<String> prefixes(Database database) {
    List<String> found = new ArrayList<>();
    for (Rotation.Column column : Rotation.COLUMNS) {
      String query =
          "select distinct substr(%1$s, 2, 4) from %2$s where %1$s is not null"
              .formatted(column.name(), column.table());
      found.addAll(
          database.read("", h -> h.createQuery(query).mapTo(byte[].class).list()).stream()
              .map(bytes -> HexFormat.of().withUpperCase().formatHex(bytes))
              .toList());
    }
    return found.stream().distinct().toList();
  }

  /** Broken off before each write to the database, it goes on to the same end. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void brokenOffAnywhereItGoesOn(Kind kind) {
    Storage storage = kind.storage();
    try (CaseStore store = CaseStore.open(data, storage, "1", Cases.CLOCK)) {
      store.issue(Cases.fresh("one"), Cases.PLAIN, Cases::slip);
      store.issue(Cases.fresh("two"), Cases.PLAIN, Cases::slip);
    }
    Vault.addKey(data); // as far as the key file: added, then used, nothing sealed yet
    opens(storage);
    Vault.useNewestKey(data);
    opens(storage);
    try (CaseStore store = CaseStore.open(data, storage, "1", Cases.CLOCK)) {
      String key = Vault.open(data).keyName();
      // Half of it is sealed anew, as a crash between two pages leaves it.
      Vault vault = Vault.open(data);
      store
          .database()
          .write(
              "",
              handle -> {
                byte[] sealed =
                    handle
                        .createQuery("select photo_sealed from photo_case where id = 'one'")
                        .mapTo(byte[].class)
                        .one();
                return handle.execute(
                    "update photo_case set photo_sealed = ? where id = 'one'",
                    vault.seal(vault.unseal(sealed, "one", "photo"), "one", "photo"));
              });
      opens(storage);
      Rotation.Done done = rotation(store).rotate(false);
      assertEquals(key, done.key(), "the key that was begun, not another one");
      assertEquals(2 * 5 + 1 - 1, done.values());
      assertEquals(List.of(key), prefixes(store.database()));
    }
    opens(storage);
  }

  private void opens(Storage storage) {
    try (CaseStore store = CaseStore.open(data, storage, "1", Cases.CLOCK)) {
      for (String id : List.of("one", "two")) {
        assertEquals(Cases.NAME, store.byId(id).orElseThrow().personal().name().orElseThrow());
        assertTrue(store.jobs().slip(store.jobs().of(id).getFirst().id()).isPresent());
      }
    }
  }

  @Test
  void aBackupFromBeforeCanStillBeRestored() throws Exception {
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      store.issue(Cases.fresh("one"), Cases.PLAIN, Cases::slip);
      Path copy =
          Backup.write(
              store, data.resolve("backup"), Retention.of(Duration.ofDays(30)), Cases.CLOCK);
      rotation(store).rotate(false);
      rotation(store).rotate(false);
      Files.copy(copy, dir.resolve("copy.db"));
    }
    Restore.from(
        dir.resolve("copy.db"), data, Retention.of(Duration.ofDays(30)), Set.of(), Cases.CLOCK);
    try (CaseStore store = CaseStore.open(data, Cases.CLOCK)) {
      assertEquals(Cases.NAME, store.byId("one").orElseThrow().personal().name().orElseThrow());
      assertEquals(6, rotation(store).rotate(false).values(), "and is sealed anew");
    }
  }

  /** In a hall the new key must be everywhere before anything is sealed with it. */
  @Test
  void aHallGivesTheKeyToAllMachinesFirst() throws Exception {
    Storage storage = Kind.POSTGRESQL.storage();
    Path other = dir.resolve("other");
    try (CaseStore one = CaseStore.open(data, storage, "1", Cases.CLOCK)) {
      one.issue(Cases.fresh("one"), Cases.PLAIN, Cases::slip);
      StorageTrouble refused = assertThrows(StorageTrouble.class, () -> rotation(one).rotate(true));
      assertEquals(StorageTrouble.Kind.REFUSED, refused.kind());
      assertTrue(Rotation.addKey(data));
      assertFalse(Rotation.addKey(data), "one waits already");
      Files.createDirectory(other);
      Files.copy(data.resolve(Vault.FILE), other.resolve(Vault.FILE));
      try (CaseStore two = CaseStore.open(other, storage, "2", Cases.CLOCK)) {
        String key = rotation(one).rotate(true).key();
        assertTrue(two.byId("one").orElseThrow().photo().isPresent(), "it has the key already");
        two.issue(Cases.fresh("two"), Cases.PLAIN, Cases::slip);
        Rotation second = new Rotation(other, List.of(two.database()), "2", Cases.CLOCK);
        assertEquals(key, second.rotate(true).key());
        assertEquals(List.of(key), prefixes(two.database()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void noSealedColumnIsForgotten(Kind kind) {
    try (CaseStore store = CaseStore.open(data, kind.storage(), "1", Cases.CLOCK)) {
      String query =
          switch (kind) {
            case SQLITE ->
                "select m.name || '.' || c.name from sqlite_master m, pragma_table_info(m.name) c"
                    + " where m.type = 'table' and c.name like '%sealed%'";
            case POSTGRESQL ->
                "select table_name || '.' || column_name from information_schema.columns"
                    + " where column_name like '%sealed%'";
          };
      Set<String> there =
          store.database().read("", h -> h.createQuery(query).mapTo(String.class).set());
      assertEquals(
          Rotation.COLUMNS.stream()
              .map(column -> column.table() + "." + column.name())
              .collect(Collectors.toSet()),
          there);
    }
  }
}
