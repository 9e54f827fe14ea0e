package org.huizhi.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * An SQLite file or a PostgreSQL server with its safe settings, brought up to date; turns every
 * database error into a sentence. Any thread.
 */
public final class Database implements AutoCloseable {
  private static final int ATTEMPTS = 4;

  /** Two stores of one process must not bring one file up to date at once. */
  private static final Object OPENING = new Object();

  private final DataSource source;
  private final Dialect dialect;
  private final Jdbi jdbi;
  private final Teller teller = new Teller(this);
  private volatile boolean ready = true;

  /**
   * The writers of one program queue fairly: SQLite lets one in anyway, and the lines of an audit
   * chain follow each other.
   */
  private final ReentrantLock writing = new ReentrantLock(true);

  /** Over any source of connections, such as one that a test can cut. */
  Database(DataSource source, Dialect dialect) {
    this.source = source;
    this.dialect = dialect;
    this.jdbi = Jdbi.create(source);
  }

  /**
   * Opens the file, making it where it is missing, checks it and brings it up to date. A {@link
   * Swap} that was broken off is finished first.
   */
  public static Database open(Path file) {
    synchronized (OPENING) {
      try (FileChannel channel =
              FileChannel.open(lockFor(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        Swap.finish(file);
        Swap.refuseGone(file);
        return ready(new Database(Connections.toFile(file), Dialect.SQLITE), "the record " + file);
      } catch (IOException e) {
        throw new StorageTrouble(
            StorageTrouble.Kind.AWAY,
            "Opening the record " + file + " failed: its folder cannot be written.",
            e);
      }
    }
  }

  private static Path lockFor(Path file) {
    return file.resolveSibling(file.getFileName() + ".opening");
  }

  /** Opens the hall's database and brings it up to date, where this machine may do that. */
  public static Database open(Storage.Postgres server) {
    return ready(
        new Database(Connections.to(server), Dialect.POSTGRESQL), "the database " + server);
  }

  /**
   * The hall's database for who can go on without it: nothing is asked of it yet, and {@link
   * #prepare} is to be called until it succeeds.
   */
  public static Database later(Storage.Postgres server) {
    Database database = new Database(Connections.later(server), Dialect.POSTGRESQL);
    database.ready = false;
    return database;
  }

  /** Checks the database and brings it up to date, once. */
  public void prepare() {
    if (!ready) {
      check();
      migrate("the hall's database");
      ready = true;
    }
  }

  /** Checks a database and brings it up to date; closes it when that fails. */
  static Database ready(Database database, String name) {
    try {
      database.check();
      database.migrate(name);
      return database;
    } catch (StorageTrouble e) {
      database.close();
      throw e;
    }
  }

  private void migrate(String name) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:db/both", dialect.folder())
            .placeholders(dialect.words())
            .cleanDisabled(true)
            .load();
    try {
      // A machine of a hall may not change tables; it needs to only after an update.
      if (flyway.info().pending().length > 0) {
        flyway.migrate();
      }
    } catch (FlywayValidateException e) {
      throw new StorageTrouble(
          StorageTrouble.Kind.REFUSED,
          "The tables of "
              + name
              + " are not those that this program knows: another version of it made them. Use that"
              + " version, or restore a backup.",
          e);
    } catch (FlywayException e) {
      throw StorageTrouble.of("Bringing " + name + " up to date", e);
    }
  }

  private void check() {
    String answer =
        switch (dialect) {
          case SQLITE -> one("pragma quick_check(1)");
          case POSTGRESQL -> one("select 'ok'");
        };
    if (!answer.equals("ok")) {
      throw new StorageTrouble(
          StorageTrouble.Kind.CORRUPT, "The database file is damaged; restore the backup.");
    }
  }

  private String one(String query) {
    return read(
        "Checking the record", handle -> handle.createQuery(query).mapTo(String.class).one());
  }

  public Dialect dialect() {
    return dialect;
  }

  /**
   * Runs {@code work} in a transaction, whole or not at all, alone in this program. Who is unlucky
   * among many processes is given another try.
   */
  public <T> T write(String doing, Function<Handle, T> work) {
    return alone(doing, () -> jdbi.inTransaction(work::apply));
  }

  /**
   * The same for work that changes something in one statement at most ({@link Audit#noting}), which
   * PostgreSQL takes whole or not at all by itself.
   */
  public <T> T single(String doing, Function<Handle, T> work) {
    return switch (dialect) {
      case SQLITE -> write(doing, work);
      case POSTGRESQL -> alone(doing, () -> jdbi.withHandle(work::apply));
    };
  }

  private <T> T alone(String doing, Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      writing.lock();
      try {
        return work.get();
      } catch (JdbiException e) {
        StorageTrouble trouble = StorageTrouble.of(doing, e);
        if (trouble.kind() != StorageTrouble.Kind.BUSY || attempt == ATTEMPTS) {
          throw trouble;
        }
      } finally {
        writing.unlock();
      }
    }
  }

  public <T> T read(String doing, Function<Handle, T> work) {
    try {
      return jdbi.withHandle(work::apply);
    } catch (JdbiException e) {
      throw StorageTrouble.of(doing, e);
    }
  }

  /** What time the database has; a file has this computer's. */
  public Instant now() {
    return switch (dialect) {
      case SQLITE -> Instant.now();
      case POSTGRESQL ->
          read(
              "Asking for the time",
              handle -> handle.createQuery("select clock_timestamp()").mapTo(Instant.class).one());
    };
  }

  /** Once what was just changed is stored, those who wait for changes are told. */
  public void tellOf(Handle handle) {
    if (dialect == Dialect.SQLITE) {
      return;
    }
    if (handle.isInTransaction()) {
      handle.afterCommit(teller::tell);
    } else {
      teller.tell();
    }
  }

  /** Begins to listen for changes; to be closed before the database is. */
  public Changes changes() {
    try {
      return Changes.of(source.getConnection(), dialect);
    } catch (SQLException e) {
      throw StorageTrouble.of("Waiting for changes", e);
    }
  }

  /**
   * Moves the write-ahead log into the file and empties it, so that nothing deleted stays there.
   * PostgreSQL's log is its server's own.
   */
  public void emptyLog() {
    if (dialect == Dialect.POSTGRESQL) {
      return;
    }
    int busy =
        read(
            "Emptying the log of the record",
            handle ->
                handle.createQuery("pragma wal_checkpoint(truncate)").mapTo(Integer.class).first());
    if (busy != 0) {
      throw new StorageTrouble(
          StorageTrouble.Kind.BUSY,
          "The log of the record is in use and was not emptied; try again.");
    }
  }

  @Override
  public void close() {
    teller.close();
    if (source instanceof HikariDataSource pool) {
      pool.close();
    }
  }
}
