package org.huizhi.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * A statement whose values have names, run at once. For the few that a hall runs hundreds of times
 * a second: what Jdbi does around a statement takes three times as long as the statement.
 *
 * @param sql with a question mark for each value
 * @param names which value stands where
 */
public record Named(String sql, List<String> names) {
  /** A name, but no cast ({@code ::text}). */
  private static final Pattern NAME = Pattern.compile("(?<!:):([a-z_]+)");

  private static final Map<String, Named> KNOWN = new ConcurrentHashMap<>();

  /** What a row says. */
  @FunctionalInterface
  public interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /**
   * Reads a statement, once.
   *
   * @param text one of this program's own, with {@code :names} and without a colon in its literals
   */
  static Named of(String text) {
    return KNOWN.computeIfAbsent(text, Named::read);
  }

  private static Named read(String text) {
    List<String> names = new ArrayList<>();
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      names.add(name.group(1));
    }
    return new Named(name.replaceAll("?"), List.copyOf(names));
  }

  /**
   * Runs it.
   *
   * @param values for every name; null is one too
   * @return the first row, or empty when there is none
   */
  <T> Optional<T> first(Handle handle, Map<String, ?> values, Reading<T> reading) {
    try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
      for (int i = 0; i < names.size(); i++) {
        statement.setObject(i + 1, values.get(names.get(i)));
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(reading.of(rows)) : Optional.empty();
      }
    } catch (SQLException wrong) {
      throw new UnableToExecuteStatementException(wrong, null);
    }
  }
}
