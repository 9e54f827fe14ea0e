package org.huizhi.storage;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The record cannot be kept or read just now. The message is a whole English sentence for staff and
 * holds nothing personal; {@link #kind()} tells what can be done about it.
 */
public final class StorageTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, each with its own way out. */
  public enum Kind {
    /** The database cannot be reached or opened: rights, a missing disk, an I/O error. */
    AWAY,
    /** Another program holds the database or the data directory. */
    BUSY,
    /** The disk is full: free some room and try again. */
    FULL,
    /** The database file is damaged: restore the backup. */
    CORRUPT,
    /** The key file is missing, unreadable, open to others, or belongs to other data. */
    KEY,
    /** What was asked does not fit the record, such as a job that does not exist. */
    REFUSED
  }

  private final Kind kind;

  public StorageTrouble(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public StorageTrouble(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /**
   * Whether it is of no use to ask this database anything just now, so that who can go on without
   * it does.
   */
  public boolean isOut() {
    return switch (kind) {
      case AWAY, FULL, CORRUPT, REFUSED -> true;
      case BUSY, KEY -> false;
    };
  }

  /** Whether it may be about the one row that was to be written, and not about all of them. */
  public boolean isOfOneRow() {
    return kind == Kind.REFUSED || kind == Kind.BUSY;
  }

  /** Finds the database's own error somewhere below {@code error} and says it in a sentence. */
  public static StorageTrouble of(String doing, Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof StorageTrouble trouble) {
        return trouble;
      }
      if (cause instanceof SQLException sql) {
        Kind kind = kind(sql);
        return new StorageTrouble(kind, doing + " failed: " + sentence(kind), error);
      }
    }
    return new StorageTrouble(Kind.AWAY, doing + " failed: " + sentence(Kind.AWAY), error);
  }

  private static Kind kind(SQLException error) {
    return error instanceof SQLiteException
        ? kind(error.getErrorCode())
        : kind(Optional.ofNullable(error.getSQLState()).orElse(""));
  }

  /** The low byte of an SQLite code is its family, the rest says more than staff can use. */
  private static Kind kind(int code) {
    int family = code & 0xFF;
    if (family == SQLiteErrorCode.SQLITE_FULL.code) {
      return Kind.FULL;
    }
    if (family == SQLiteErrorCode.SQLITE_CORRUPT.code
        || family == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return Kind.CORRUPT;
    }
    if (family == SQLiteErrorCode.SQLITE_BUSY.code
        || family == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return Kind.BUSY;
    }
    return family == SQLiteErrorCode.SQLITE_CONSTRAINT.code ? Kind.REFUSED : Kind.AWAY;
  }

  /** PostgreSQL's states: what the server says of itself, or that nobody answered. */
  private static Kind kind(String state) {
    return switch (state) {
      case "53100" -> Kind.FULL; // disk full
      case "40001", "40P01", "55P03" -> Kind.BUSY; // serialization, deadlock, lock timeout
      case "23505" -> Kind.BUSY; // somebody else wrote the same row first
      case "XX001", "XX002" -> Kind.CORRUPT; // damaged data or index
      case "42501" -> Kind.REFUSED; // this role may not
      default -> isOfTheRow(state) ? Kind.REFUSED : Kind.AWAY;
    };
  }

  /** Classes 22 and 23: a value or a row that the tables do not take. */
  private static boolean isOfTheRow(String state) {
    return state.startsWith("22") || state.startsWith("23");
  }

  private static String sentence(Kind kind) {
    return switch (kind) {
      case AWAY ->
          "the database cannot be reached; check the disk and the rights of the data directory, or"
              + " the network and the server.";
      case BUSY -> "another program holds the database.";
      case FULL -> "the disk is full; free some room and try again.";
      case CORRUPT -> "the database file is damaged; restore the backup.";
      case KEY -> "the key file does not fit.";
      case REFUSED -> "it does not fit the record, or this machine may not.";
    };
  }
}
