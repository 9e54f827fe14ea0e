package org.huizhi.record;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The SQLite file with its safe settings; turns every database error into a sentence. */
final class Database implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int ATTEMPTS = 4;
  private static final int CONNECTIONS = 4;

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
  }

  /** Opens the file, making it where it is missing, checks it and brings it up to date. */
  static Database open(Path file) {
    String doing = "Opening the record " + file;
    HikariDataSource pool;
    try {
      pool = pool(file);
    } catch (HikariPool.PoolInitializationException e) {
      throw RecordTrouble.of(doing, e);
    }
    Database database = new Database(pool);
    try {
      database.check();
      Flyway.configure()
          .dataSource(pool)
          .locations("classpath:db/sqlite")
          .cleanDisabled(true)
          .load()
          .migrate();
      return database;
    } catch (FlywayException e) {
      database.close();
      throw RecordTrouble.of(doing, e);
    } catch (RecordTrouble e) {
      database.close();
      throw e;
    }
  }

  private static HikariDataSource pool(Path file) {
    SQLiteConfig safe = new SQLiteConfig();
    safe.setJournalMode(SQLiteConfig.JournalMode.WAL);
    safe.setSynchronous(SQLiteConfig.SynchronousMode.FULL); // a number must survive a power cut
    safe.enforceForeignKeys(true);
    safe.setBusyTimeout(PATIENCE_MILLIS);
    safe.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    safe.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true"); // a purge overwrites what it frees
    SQLiteDataSource source = new SQLiteDataSource(safe);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(2L * PATIENCE_MILLIS);
    config.setInitializationFailTimeout(1);
    config.setPoolName("record");
    return new HikariDataSource(config);
  }

  private void check() {
    String answer =
        read(
            "Checking the record",
            handle -> handle.createQuery("pragma quick_check(1)").mapTo(String.class).one());
    if (!answer.equals("ok")) {
      throw new RecordTrouble(
          RecordTrouble.Kind.CORRUPT, "The database file is damaged; restore the backup.");
    }
  }

  /**
   * Runs {@code work} alone among the writers, whole or not at all. SQLite does not queue writers,
   * so with many processes one may be unlucky for all its patience and is given another try.
   */
  <T> T write(String doing, Function<Handle, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return jdbi.inTransaction(work::apply);
      } catch (JdbiException e) {
        RecordTrouble trouble = RecordTrouble.of(doing, e);
        if (trouble.kind() != RecordTrouble.Kind.BUSY || attempt == ATTEMPTS) {
          throw trouble;
        }
      }
    }
  }

  <T> T read(String doing, Function<Handle, T> work) {
    try {
      return jdbi.withHandle(work::apply);
    } catch (JdbiException e) {
      throw RecordTrouble.of(doing, e);
    }
  }

  /**
   * Moves the write-ahead log into the file and empties it, so that nothing deleted stays there.
   */
  void emptyLog() {
    int busy =
        read(
            "Emptying the log of the record",
            handle ->
                handle.createQuery("pragma wal_checkpoint(truncate)").mapTo(Integer.class).first());
    if (busy != 0) {
      throw new RecordTrouble(
          RecordTrouble.Kind.BUSY,
          "The log of the record is in use and was not emptied; try again.");
    }
  }

  static boolean exists(Path file) {
    return Files.exists(file);
  }

  @Override
  public void close() {
    pool.close();
  }
}
