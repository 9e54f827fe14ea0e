package org.huizhi.storage;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The way to a database, which a test can cut: before a statement, or just when it was committed;
 * or at whose end the disk is full.
 */
public final class CutLine implements DataSource {
  private static final Pattern CHANGES = Pattern.compile("(?i)\\b(insert|update|delete)\\b");

  private final DataSource beyond;
  private volatile boolean cut;
  private volatile boolean loseAnswer;
  private volatile boolean full;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  CutLine(DataSource beyond) {
    this.beyond = beyond;
  }

  public void cut(boolean now) {
    cut = now;
  }

  /** Every statement that was prepared, as the database gets it. */
  public List<String> asked() {
    return asked;
  }

  /** Whether the server has no room for what changes something. */
  public void fill(boolean now) {
    full = now;
  }

  public boolean isCut() {
    return cut;
  }

  /** The next commit is done, but its answer gets lost, and the line with it. */
  public void loseNextAnswer() {
    loseAnswer = true;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (cut) {
      throw gone();
    }
    Connection real = beyond.getConnection();
    return (Connection)
        proxy(
            Connection.class,
            (method, args) -> {
              if (cut && !method.getName().equals("close")) {
                throw gone();
              }
              if (method.getName().equals("prepareStatement")) {
                asked.add((String) args[0]);
              }
              if (full && changes(method, args)) {
                throw new SQLException("could not extend file: No space left on device", "53100");
              }
              Object answer = call(real, method, args);
              if (method.getName().equals("commit")) {
                perhapsLoseAnswer();
              }
              // Outside a transaction each statement that changes something is a commit.
              return changes(method, args) && real.getAutoCommit()
                  ? committing((PreparedStatement) answer)
                  : answer;
            });
  }

  private static boolean changes(Method method, Object[] args) {
    return method.getName().equals("prepareStatement") && CHANGES.matcher((String) args[0]).find();
  }

  private Object committing(PreparedStatement real) {
    return proxy(
        PreparedStatement.class,
        (method, args) -> {
          Object answer = call(real, method, args);
          if (method.getName().startsWith("execute")) {
            perhapsLoseAnswer();
          }
          return answer;
        });
  }

  private void perhapsLoseAnswer() throws SQLException {
    if (loseAnswer) {
      loseAnswer = false;
      cut = true;
      throw gone();
    }
  }

  private interface Answering {
    Object answer(Method method, Object[] args) throws Throwable;
  }

  private static Object proxy(Class<?> type, Answering answering) {
    return Proxy.newProxyInstance(
        CutLine.class.getClassLoader(),
        new Class<?>[] {type},
        (_, method, args) -> answering.answer(method, args));
  }

  private static Object call(Object real, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(real, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static SQLException gone() {
    return new SQLException("the line is cut", "08006");
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return beyond.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return beyond.isWrapperFor(type);
  }
}
