package org.huizhi.record;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * The record cannot be kept or read just now. The message is a whole English sentence for staff and
 * holds nothing personal; {@link #kind()} tells what can be done about it.
 */
public final class RecordTrouble extends RuntimeException {
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

  public RecordTrouble(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public RecordTrouble(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** Finds the database's own error somewhere below {@code error} and says it in a sentence. */
  static RecordTrouble of(String doing, Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof RecordTrouble trouble) {
        return trouble;
      }
      if (cause instanceof SQLException sql) {
        Kind kind = kind(sql.getErrorCode());
        return new RecordTrouble(kind, doing + " failed: " + sentence(kind), error);
      }
    }
    return new RecordTrouble(Kind.AWAY, doing + " failed: " + sentence(Kind.AWAY), error);
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
    return Kind.AWAY;
  }

  private static String sentence(Kind kind) {
    return switch (kind) {
      case AWAY ->
          "the database cannot be reached; check the disk and the rights of the data directory.";
      case BUSY -> "another program holds the database.";
      case FULL -> "the disk is full; free some room and try again.";
      case CORRUPT -> "the database file is damaged; restore the backup.";
      case KEY -> "the key file does not fit.";
      case REFUSED -> "it does not fit the record.";
    };
  }
}
