package org.huizhi.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Reads columns that may be empty. */
final class Rows {
  private Rows() {}

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  static Optional<byte[]> bytes(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getBytes(column));
  }
}
