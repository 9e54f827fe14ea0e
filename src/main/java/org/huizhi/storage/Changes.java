package org.huizhi.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Waits until somebody has changed something that others show: of PostgreSQL it is told ({@link
 * Teller}), a file is asked twenty times a second. One thread; holds one connection.
 */
public final class Changes implements AutoCloseable {
  static final String CHANNEL = "hall";
  private static final int ASK_MILLIS = 50;

  /** Nobody sees more than so many pictures a second, and each costs the server a look. */
  private static final long LEAST_PAUSE_NANOS = 50_000_000;

  private final Connection connection;
  private final Dialect dialect;
  private long version;
  private long answered = System.nanoTime() - LEAST_PAUSE_NANOS;

  private Changes(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** The connection is closed with this, and where this cannot begin. */
  static Changes of(Connection connection, Dialect dialect) throws SQLException {
    Changes changes = new Changes(connection, dialect);
    try {
      changes.listen();
      return changes;
    } catch (SQLException | RuntimeException gone) {
      changes.close();
      throw gone;
    }
  }

  private void listen() throws SQLException {
    if (dialect == Dialect.POSTGRESQL) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("listen " + CHANNEL);
      }
    } else {
      version = version();
    }
  }

  /**
   * Waits for the next change, or for so long.
   *
   * @return whether there was one
   */
  public boolean await(Duration most) throws InterruptedException {
    try {
      return switch (dialect) {
        case POSTGRESQL -> notified(most);
        case SQLITE -> asked(most);
      };
    } catch (SQLException e) {
      throw StorageTrouble.of("Waiting for changes", e);
    }
  }

  private boolean notified(Duration most) throws SQLException, InterruptedException {
    PGNotification[] told =
        connection.unwrap(PGConnection.class).getNotifications((int) most.toMillis());
    TimeUnit.NANOSECONDS.sleep(answered + LEAST_PAUSE_NANOS - System.nanoTime());
    answered = System.nanoTime();
    return told != null && told.length > 0;
  }

  private boolean asked(Duration most) throws SQLException, InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    do {
      long now = version();
      if (now != version) {
        version = now;
        return true;
      }
      Thread.sleep(ASK_MILLIS);
    } while (System.nanoTime() < end);
    return false;
  }

  private long version() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("pragma data_version")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException gone) {
      throw StorageTrouble.of("Closing a connection", gone);
    }
  }
}
