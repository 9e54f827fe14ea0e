package org.huizhi.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageTest {
  @Test
  void oneLineSaysEverything() {
    Storage.Postgres server =
        (Storage.Postgres)
            Storage.parse(
                "postgresql://kiosk@db.hall:6543/huizhi?pool=2&connect=1s&answer=9s&tls=require"
                    + "&ca=/etc/ca.pem&role=huizhi_kiosk&password-file=/etc/pw");
    assertEquals("db.hall", server.host());
    assertEquals(6543, server.port());
    assertEquals("huizhi", server.name());
    assertEquals(2, server.pool());
    assertEquals(Duration.ofSeconds(1), server.connect());
    assertEquals(Duration.ofSeconds(9), server.answer());
    assertEquals(Storage.Tls.REQUIRE, server.tls());
    assertEquals("huizhi_kiosk", server.role().orElseThrow());
    assertEquals(new Storage.Sqlite(), Storage.parse("sqlite"));
  }

  @Test
  void whoSaysNothingIsProtected() {
    Storage.Postgres server = (Storage.Postgres) Storage.parse("postgresql://k@db.hall/huizhi");
    assertEquals(Storage.Tls.VERIFY_FULL, server.tls());
    assertEquals(5432, server.port());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SQLite",
        "sqlite:x.db",
        "mysql://a@b/c",
        "postgresql://kiosk@db.hall",
        "postgresql://db.hall/huizhi",
        "postgresql://kiosk:geheim@db.hall/huizhi",
        "postgresql://kiosk@db.hall/huizhi?pool=0",
        "postgresql://kiosk@db.hall/huizhi?answer=5",
        "postgresql://kiosk@db.hall/huizhi?tls=maybe",
        "postgresql://kiosk@db.hall/huizhi?poool=4",
        "postgresql://kiosk@db hall/huizhi",
      })
  void whatDoesNotFitIsRefusedWithoutRepeatingAPassword(String text) {
    String said =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> Storage.parse(text)).getMessage());
    assertTrue(said.length() > 20, said);
    assertFalse(said.contains("geheim"), said);
  }

  @Test
  void thePasswordComesFromAClosedFileOrTheEnvironment(@TempDir Path dir) throws Exception {
    Path file = Files.writeString(dir.resolve("password"), "geheim\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Storage.Postgres named = server("?password-file=" + file);
    assertEquals("geheim", Password.of(named, Map.of()));
    assertEquals("other", Password.of(server(""), Map.of(Password.ENVIRONMENT, "other")));
    assertFalse(named.toString().contains("geheim"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals(
        StorageTrouble.Kind.KEY,
        assertThrows(StorageTrouble.class, () -> Password.of(named, Map.of())).kind());
  }

  private static Storage.Postgres server(String options) {
    return (Storage.Postgres) Storage.parse("postgresql://kiosk@db.hall/huizhi" + options);
  }

  @Test
  void aServerThatIsNotThereIsAway() {
    Storage.Postgres nobody =
        (Storage.Postgres) Storage.parse("postgresql://k@localhost:1/huizhi?tls=off&connect=1s");
    assertEquals(
        StorageTrouble.Kind.AWAY,
        assertThrows(StorageTrouble.class, () -> Database.open(nobody)).kind());
  }

  /** A machine's role reads and writes rows, but may change no table and rewrite no audit. */
  @Test
  void theLeastRoleIsEnoughAndNoMore() {
    Storage.Postgres owner = TestServer.storage();
    Roles.grant(owner);
    Roles.grant(owner); // once more, as after each update
    Storage.Postgres kiosk =
        new Storage.Postgres(
            owner.host(),
            owner.port(),
            owner.name(),
            owner.user(),
            2,
            owner.connect(),
            owner.answer(),
            owner.tls(),
            owner.ca(),
            Optional.of("huizhi_kiosk"),
            owner.passwordFile());
    try (Database database = Database.open(kiosk)) {
      database.write(
          "Trying",
          handle ->
              handle.execute(
                  "insert into serial (series, business_day, last) values ('x', 'd', 1)"));
      for (String forbidden :
          new String[] {"drop table serial", "create table x (y int)", "truncate print_job"}) {
        assertEquals(
            StorageTrouble.Kind.REFUSED,
            assertThrows(
                    StorageTrouble.class,
                    () -> database.write("Trying", handle -> handle.execute(forbidden)))
                .kind(),
            forbidden);
      }
    }
  }

  /** A file that is spoken to as if it were a server. */
  @Test
  void aConnectionThatCannotListenIsGivenBack() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:");
    assertThrows(SQLException.class, () -> Changes.of(connection, Dialect.POSTGRESQL));
    assertTrue(connection.isClosed());
  }
}
