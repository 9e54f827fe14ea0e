package org.huizhi.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** Reads the lines of the audit. */
final class Lines {
  private Lines() {}

  static List<String> chains(Handle handle) {
    return handle
        .createQuery("select distinct chain from audit order by chain")
        .mapTo(String.class)
        .list();
  }

  static List<Audit.Line> after(Handle handle, String chain, long seq, int most) {
    return handle
        .createQuery(
            "select * from audit where chain = :chain and seq > :seq order by seq limit :most")
        .bind("chain", chain)
        .bind("seq", seq)
        .bind("most", most)
        .map((row, context) -> line(row))
        .list();
  }

  static Audit.Line line(ResultSet row) throws SQLException {
    return new Audit.Line(
        row.getString("chain"),
        row.getLong("seq"),
        row.getLong("at"),
        row.getString("what"),
        row.getString("subject"),
        row.getString("detail"),
        row.getString("previous"),
        row.getString("hash"));
  }

  static List<Audit.Line> search(Handle handle, String text, int most) {
    String part = text.toLowerCase(Locale.ROOT).replaceAll("([%_!])", "!$1");
    return handle
        .createQuery(
            """
            select * from audit where lower(chain || ' ' || what || ' ' || subject || ' ' || detail)
              like :part escape '!'
            order by at desc, chain, seq desc limit :most
            """)
        .bind("part", "%" + part + "%")
        .bind("most", most)
        .map((row, context) -> line(row))
        .list();
  }
}
