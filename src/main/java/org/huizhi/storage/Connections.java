package org.huizhi.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens pools of connections with the safe settings of each database. */
final class Connections {
  private static final int FILE_PATIENCE_MILLIS = 5_000;
  private static final int FILE_POOL = 4;

  private Connections() {}

  static HikariDataSource toFile(Path file) {
    SQLiteConfig safe = new SQLiteConfig();
    safe.setJournalMode(SQLiteConfig.JournalMode.WAL);
    safe.setSynchronous(SQLiteConfig.SynchronousMode.FULL); // a number must survive a power cut
    safe.enforceForeignKeys(true);
    safe.setBusyTimeout(FILE_PATIENCE_MILLIS);
    safe.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    safe.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true"); // a purge overwrites what it frees
    SQLiteDataSource source = new SQLiteDataSource(safe);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return pool(source, FILE_POOL, 2L * FILE_PATIENCE_MILLIS, 1, "Opening the record " + file);
  }

  /**
   * A pool to the hall's server.
   *
   * @throws StorageTrouble AWAY when the server does not answer or does not let this machine in
   */
  static HikariDataSource to(Storage.Postgres server) {
    return pool(source(server), server.pool(), server.connect().toMillis(), 1, "Opening " + server);
  }

  /** The same, but a server that is away is only missed when it is needed. */
  static HikariDataSource later(Storage.Postgres server) {
    return pool(
        source(server), server.pool(), server.connect().toMillis(), -1, "Opening " + server);
  }

  private static DataSource source(Storage.Postgres server) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {server.host()});
    source.setPortNumbers(new int[] {server.port()});
    source.setDatabaseName(server.name());
    source.setUser(server.user());
    source.setPassword(Password.of(server, System.getenv()));
    source.setApplicationName("huizhi");
    source.setConnectTimeout((int) server.connect().toSeconds());
    source.setLoginTimeout((int) server.connect().toSeconds());
    source.setSocketTimeout((int) (2 * server.answer().toSeconds()));
    source.setTcpKeepAlive(true);
    source.setSslMode(
        switch (server.tls()) {
          case OFF -> "disable";
          case REQUIRE -> "require";
          case VERIFY_FULL -> "verify-full";
        });
    server.ca().ifPresent(ca -> source.setSslRootCert(ca.toString()));
    long millis = server.answer().toMillis();
    // A ticket or case that somebody was told of must survive a power cut, whatever the server's
    // own
    // setting is; see Serials for the one thing that need not wait.
    String options =
        "-c synchronous_commit=on -c statement_timeout=" + millis + " -c lock_timeout=" + millis;
    source.setOptions(options + server.role().map(role -> " -c role=" + role).orElse(""));
    return source;
  }

  private static HikariDataSource pool(
      DataSource source, int most, long patienceMillis, int failAfterMillis, String doing) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(patienceMillis);
    config.setValidationTimeout(Math.min(patienceMillis, 2_000));
    config.setInitializationFailTimeout(failAfterMillis);
    config.setPoolName("record");
    try {
      return new HikariDataSource(config);
    } catch (HikariPool.PoolInitializationException e) {
      throw StorageTrouble.of(doing, e);
    }
  }
}
