package org.huizhi.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A hall's database, up to date and empty, with a line of its own for each machine, and machines'
 * own files, made quickly by copying.
 */
public final class TestHall implements AutoCloseable {
  private final Path dir;
  private final Path template;
  private final HikariDataSource pool;
  private final Dialect dialect;

  public TestHall(Kind kind, Path dir) {
    this.dir = dir;
    template = dir.resolve("template.db");
    Database.open(template).close();
    dialect =
        switch (kind) {
          case SQLITE -> Dialect.SQLITE;
          case POSTGRESQL -> Dialect.POSTGRESQL;
        };
    pool =
        switch (kind.storage()) {
          case Storage.Sqlite _ -> Connections.toFile(dir.resolve("hall.db"));
          case Storage.Postgres server -> Connections.to(server);
        };
    Database.ready(new Database(pool, dialect), "the test's hall");
  }

  public CutLine line() {
    return new CutLine(pool);
  }

  public Database over(CutLine line) {
    return new Database(line, dialect);
  }

  /** The hall's database by a line that nobody cuts; it is closed with this. */
  public Database database() {
    return over(line());
  }

  /** The file of one machine, the same after a restart. */
  public Database own(String machine) {
    Path file = dir.resolve("own-" + machine + ".db");
    try {
      if (Files.notExists(file)) {
        Files.copy(template, file);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return new Database(Connections.toFile(file), Dialect.SQLITE);
  }

  @Override
  public void close() {
    pool.close();
  }
}
