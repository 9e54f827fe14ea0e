package org.huizhi.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The append-only book of what was done. Each writer has a chain of its own, in which every line
 * holds the hash of the line before, so that nobody can change or take out a line unseen. What is
 * noted is stored in the transaction that did it, or neither is.
 */
public final class Audit {
  private static final String INSERT =
      "insert into audit (chain, seq, at, what, subject, detail, previous, hash)";

  private static final String START = "0".repeat(64);

  private final String chain;
  private final Clock clock;

  /** What this writer noted last; whether that stands in the book the book is asked. */
  private volatile Optional<Line> noted = Optional.empty();

  /**
   * @param chain the writer's name, one for each program of each machine
   */
  public Audit(String chain, Clock clock) {
    this.chain = chain;
    this.clock = clock;
  }

  /** One line as it lies in the book. */
  public record Line(
      String chain,
      long seq,
      long at,
      String what,
      String subject,
      String detail,
      String previous,
      String hash) {
    /** What the line's hash must be. */
    String rightHash() {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String part :
            List.of(
                chain, Long.toString(seq), Long.toString(at), what, subject, detail, previous)) {
          byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
          digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
          digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }

  /**
   * Adds a line.
   *
   * @param what the deed, in a word or two
   * @param subject what it was done to: a number, never a person
   * @param detail more about it; may be empty
   * @return the line
   */
  public Line note(Handle handle, String what, String subject, String detail) {
    Optional<Line> line =
        noted
            .map(last -> following(Optional.of(last), what, subject, detail))
            .filter(next -> insertIfNext(handle, next));
    if (line.isEmpty()) {
      line = Optional.of(following(last(handle, chain), what, subject, detail));
      insert(handle, line.get());
    }
    noted = line;
    return line.get();
  }

  private Line following(Optional<Line> last, String what, String subject, String detail) {
    long seq = last.map(line -> line.seq() + 1).orElse(1L);
    String previous = last.map(Line::hash).orElse(START);
    return hashed(new Line(chain, seq, clock.millis(), what, subject, detail, previous, ""));
  }

  /**
   * Runs a statement that changes at most one row, and notes that it did: on PostgreSQL as one
   * statement, whole or not at all even outside a transaction.
   *
   * @param change an insert or update that returns the row, and in a column {@code subject} what
   *     the line is about
   * @param values what the statement's names stand for
   * @return the row, or empty when none fitted and nothing was noted
   */
  public <T> Optional<T> noting(
      Handle handle,
      Dialect dialect,
      String change,
      Map<String, ?> values,
      String what,
      String detail,
      Named.Reading<T> reading) {
    return switch (dialect) {
      case SQLITE ->
          handle
              .createQuery(change)
              .bindMap(values)
              .map((row, _) -> Map.entry(row.getString("subject"), reading.of(row)))
              .findOne()
              .map(
                  changed -> {
                    note(handle, what, changed.getKey(), detail);
                    return changed.getValue();
                  });
      case POSTGRESQL -> {
        Map<String, Object> all = new HashMap<>(values);
        all.put("audit_chain", chain);
        all.put("audit_at", clock.millis());
        all.put("audit_what", what);
        all.put("audit_detail", detail);
        yield Named.of(
                "with done as ("
                    + change
                    + ") select done.*, audit_note(:audit_chain, :audit_at, :audit_what,"
                    + " done.subject, :audit_detail) from done")
            .first(handle, all, reading);
      }
    };
  }

  /** Not the next is a line that follows one of a transaction that was rolled back. */
  private static boolean insertIfNext(Handle handle, Line line) {
    return handle.execute(
            INSERT
                + " select ?, ?, ?, ?, ?, ?, ?, ? where ? ="
                + " (select hash from audit where chain = ? order by seq desc limit 1)",
            values(line, line.previous(), line.chain()))
        == 1;
  }

  private static Line hashed(Line bare) {
    return new Line(
        bare.chain(),
        bare.seq(),
        bare.at(),
        bare.what(),
        bare.subject(),
        bare.detail(),
        bare.previous(),
        bare.rightHash());
  }

  private static void insert(Handle handle, Line line) {
    handle.execute(INSERT + " values (?, ?, ?, ?, ?, ?, ?, ?)", values(line));
  }

  private static Object[] values(Line line, Object... more) {
    Object[] own = {
      line.chain(),
      line.seq(),
      line.at(),
      line.what(),
      line.subject(),
      line.detail(),
      line.previous(),
      line.hash()
    };
    return Stream.concat(Arrays.stream(own), Arrays.stream(more)).toArray();
  }

  private static Optional<Line> last(Handle handle, String chain) {
    return handle
        .createQuery("select * from audit where chain = :chain order by seq desc limit 1")
        .bind("chain", chain)
        .map((row, context) -> Lines.line(row))
        .findOne();
  }

  /** Carries this writer's lines of another database over, unchanged, until it has them all. */
  public static int copy(Database from, Database to, String chain, int most) {
    long have =
        to.read("Reading the audit", handle -> last(handle, chain)).map(Line::seq).orElse(0L);
    List<Line> rest = from.read("Reading the audit", h -> Lines.after(h, chain, have, most));
    if (!rest.isEmpty()) {
      to.write(
          "Carrying the audit over",
          handle -> {
            rest.forEach(line -> insert(handle, line));
            return rest.size();
          });
    }
    return rest.size();
  }

  /**
   * Reads the whole book.
   *
   * @return every place where it was tampered with; empty when it is whole
   */
  public static List<String> breaks(Database database) {
    List<String> breaks = new ArrayList<>();
    for (String chain : database.read("Reading the audit", Lines::chains)) {
      Line before = new Line(chain, 0, 0, "", "", "", "", START);
      List<Line> page = database.read("Reading the audit", h -> Lines.after(h, chain, 0, PAGE));
      while (!page.isEmpty()) {
        for (Line line : page) {
          if (line.seq() != before.seq() + 1) {
            breaks.add(
                chain
                    + ": lines "
                    + (before.seq() + 1)
                    + " to "
                    + (line.seq() - 1)
                    + " are missing");
          } else if (!line.previous().equals(before.hash())) {
            breaks.add(chain + ": line " + line.seq() + " does not follow the one before");
          }
          if (!line.hash().equals(line.rightHash())) {
            breaks.add(chain + ": line " + line.seq() + " was changed");
          }
          before = line;
        }
        long last = before.seq();
        page = database.read("Reading the audit", h -> Lines.after(h, chain, last, PAGE));
      }
    }
    return breaks;
  }

  private static final int PAGE = 5_000;

  /**
   * The newest lines of all chains that hold a text somewhere, the newest first.
   *
   * @param text whatever its case; empty for every line
   */
  public static List<Line> search(Database database, String text, int most) {
    return database.read("Searching the audit", handle -> Lines.search(handle, text, most));
  }

  /** When the last line was written; empty where there is none. */
  public static Optional<Instant> newest(Database database) {
    return database.read("Reading the audit", Audit::newest);
  }

  /** The same within other work. */
  public static Optional<Instant> newest(Handle handle) {
    return handle
        .createQuery("select max(at) from audit having count(*) > 0")
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  /** The last line of every chain: kept elsewhere, they show whether an end was cut off. */
  public static List<Line> ends(Database database) {
    return database.read(
        "Reading the audit",
        handle ->
            Lines.chains(handle).stream().flatMap(chain -> last(handle, chain).stream()).toList());
  }
}
