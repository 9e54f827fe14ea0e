package org.huizhi.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL, started once for all tests of this program, and fresh databases on it. */
public final class TestServer {
  private static final AtomicInteger LAST = new AtomicInteger();
  private static @Nullable EmbeddedPostgres running;

  private TestServer() {}

  private static synchronized EmbeddedPostgres server() {
    EmbeddedPostgres server = running;
    if (server == null) {
      try {
        server =
            EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
      } catch (IOException e) {
        throw new IllegalStateException("no PostgreSQL for the tests", e);
      }
      running = server; // it stops itself when the program ends
    }
    return server;
  }

  /** An empty database of its own. */
  public static String fresh() {
    String name = "t" + LAST.incrementAndGet();
    try (Connection admin = server().getPostgresDatabase().getConnection();
        Statement statement = admin.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return name;
  }

  /** Where all its files are. */
  public static Path folder() {
    try (Connection admin = server().getPostgresDatabase().getConnection();
        Statement statement = admin.createStatement();
        ResultSet row = statement.executeQuery("show data_directory")) {
      row.next();
      Path folder = Path.of(row.getString(1));
      statement.execute("checkpoint"); // so that everything is in them
      return folder;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static int port() {
    return server().getPort();
  }

  /** As {@code kiosk.toml} would name an empty database of its own. */
  public static String url() {
    return "postgresql://postgres@localhost:"
        + port()
        + "/"
        + fresh()
        + "?tls=off&pool=8&connect=60s&answer=60s";
  }

  /** An empty database of its own. */
  public static Storage.Postgres storage() {
    return (Storage.Postgres) Storage.parse(url());
  }
}
