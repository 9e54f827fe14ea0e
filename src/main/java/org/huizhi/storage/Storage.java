package org.huizhi.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the hall's records are, as {@code database = "…"} in {@code kiosk.toml} says it. */
public sealed interface Storage {
  /** A file in the data folder: one machine needs nothing but itself. */
  record Sqlite() implements Storage {}

  /**
   * A PostgreSQL server that the machines of a hall share. It never holds a password: that stands
   * in a file or in the environment.
   *
   * @param pool how many connections this machine opens at most
   * @param connect how long opening a connection may take
   * @param answer how long one statement may take; a dead network is noticed after twice that
   * @param ca file of the authority that signed the server's certificate
   * @param role what this machine acts as after it has logged in
   */
  record Postgres(
      String host,
      int port,
      String name,
      String user,
      int pool,
      Duration connect,
      Duration answer,
      Tls tls,
      Optional<Path> ca,
      Optional<String> role,
      Optional<Path> passwordFile)
      implements Storage {
    /** The same server for another login, which has its password in the environment. */
    public Postgres as(String login) {
      return new Postgres(
          host,
          port,
          name,
          login,
          pool,
          connect,
          answer,
          tls,
          ca,
          Optional.empty(),
          Optional.empty());
    }

    @Override
    public String toString() {
      return "postgresql://" + user + "@" + host + ":" + port + "/" + name;
    }
  }

  /** How the way to the server is protected. */
  enum Tls {
    /** Not at all: only on the same computer. */
    OFF,
    /** Encrypted, to whoever answers. */
    REQUIRE,
    /** Encrypted, to the server that the certificate names. */
    VERIFY_FULL
  }

  /**
   * Reads {@code sqlite} or {@code postgresql://USER@HOST[:PORT]/NAME[?OPTION=VALUE&…]} with the
   * options pool, connect, answer, tls (off, require, verify-full), ca, role and password-file.
   *
   * @throws IllegalArgumentException with a sentence for whoever wrote it
   */
  static Storage parse(String text) {
    if (text.equals("sqlite")) {
      return new Sqlite();
    }
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException wrong) {
      throw unfit();
    }
    String user = uri.getUserInfo();
    if (!"postgresql".equals(uri.getScheme())
        || uri.getHost() == null
        || uri.getPath().length() < 2) {
      throw unfit();
    }
    if (user == null || user.isEmpty()) {
      throw new IllegalArgumentException("the database needs a user: postgresql://USER@HOST/NAME");
    }
    if (user.contains(":")) {
      throw new IllegalArgumentException(
          "the password does not belong here; put it into a file (?password-file=…) or into the"
              + " environment as "
              + Password.ENVIRONMENT);
    }
    if (uri.getPort() > 65535 || uri.getPort() == 0) {
      throw new IllegalArgumentException("the database has no port above 65535 and none of 0");
    }
    Options options = Options.of(Optional.ofNullable(uri.getQuery()));
    Postgres read =
        new Postgres(
            uri.getHost(),
            uri.getPort() < 0 ? 5432 : uri.getPort(),
            uri.getPath().substring(1),
            user,
            options.number("pool", 4),
            options.seconds("connect", 3),
            options.seconds("answer", 5),
            options.tls(),
            options.take("ca").map(Path::of),
            options.take("role"),
            options.take("password-file").map(Path::of));
    options.refuseRest();
    return read;
  }

  private static IllegalArgumentException unfit() {
    return new IllegalArgumentException(
        "database is \"sqlite\" or such as"
            + " \"postgresql://kiosk@db.hall:5432/huizhi?password-file=/etc/huizhi/password\"");
  }

  /** What stands behind the question mark. */
  record Options(Map<String, String> left) {
    static Options of(Optional<String> query) {
      Map<String, String> options = new HashMap<>();
      for (String option : query.map(q -> q.split("&", -1)).orElse(new String[0])) {
        String[] pair = option.split("=", 2);
        if (pair.length < 2 || pair[1].isBlank()) {
          throw new IllegalArgumentException("in database " + pair[0] + " says nothing");
        }
        if (options.put(pair[0], pair[1]) != null) {
          throw new IllegalArgumentException("in database " + pair[0] + " stands there twice");
        }
      }
      return new Options(options);
    }

    Optional<String> take(String key) {
      return Optional.ofNullable(left.remove(key));
    }

    int number(String key, int usual) {
      String text = take(key).orElse(Integer.toString(usual));
      if (!text.matches("[1-9]\\d{0,2}")) {
        throw new IllegalArgumentException("in database " + key + " is a number from 1 to 999");
      }
      return Integer.parseInt(text);
    }

    Duration seconds(String key, int usual) {
      String text = take(key).orElse(usual + "s");
      if (!text.matches("[1-9]\\d{0,2}s")) {
        throw new IllegalArgumentException("in database " + key + " is a time such as 5s");
      }
      return Duration.ofSeconds(Integer.parseInt(text.substring(0, text.length() - 1)));
    }

    Tls tls() {
      return switch (take("tls").orElse("verify-full")) {
        case "off" -> Tls.OFF;
        case "require" -> Tls.REQUIRE;
        case "verify-full" -> Tls.VERIFY_FULL;
        default ->
            throw new IllegalArgumentException("in database tls is off, require or verify-full");
      };
    }

    void refuseRest() {
      if (!left.isEmpty()) {
        throw new IllegalArgumentException(
            "database has no option "
                + left.keySet().iterator().next()
                + "; there are pool, connect, answer, tls, ca, role and password-file");
      }
    }
  }
}
