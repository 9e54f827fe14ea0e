package org.huizhi.record;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Which cases are to lose what is personal: those shot before these moments.
 *
 * @param usual of cases of which a slip was printed
 * @param withoutSlip of those of which none was, and that no detection centre still looks at
 * @param documents where a document has its own, by the spec's name
 * @param doubt of which cases it is not known whether a slip was printed: of the two times the
 *     longer is theirs
 */
public record Due(Instant usual, Instant withoutSlip, Map<String, Instant> documents, Doubt doubt) {
  /** Whose slips may have been printed without this record's knowing. */
  public enum Doubt {
    NONE,
    /** Those that another machine has in hand, which may be away. */
    OPEN,
    /** All: the hall cannot be asked. */
    ALL
  }

  private static final String PRINTED = "('PRINTED')";
  private static final String MAYBE =
      "('PRINTED', " + PrintJobs.OPEN.substring(1); // every state of which there may be paper

  public Due {
    documents = Map.copyOf(documents);
  }

  /** The same for all. */
  public static Due before(Instant moment) {
    return new Due(moment, moment, Map.of(), Doubt.NONE);
  }

  /** The same where not all is known of whose slips were printed. */
  Due with(Doubt doubt) {
    return new Due(usual, withoutSlip, documents, doubt);
  }

  /** Before which nothing of a printed slip may be anywhere else than in the record. */
  public Instant files() {
    return Stream.concat(Stream.of(usual), documents.values().stream())
        .max(Instant::compareTo)
        .orElse(usual);
  }

  /** Before which whatever was shot is due. */
  Instant first() {
    return Stream.concat(Stream.of(usual, withoutSlip), documents.values().stream())
        .min(Instant::compareTo)
        .orElse(usual);
  }

  /**
   * What SQL says of a case {@code c} that is due; {@link #bind} gives the values. The first
   * comparison is the index's, the second each case's own.
   */
  String condition() {
    if (documents.isEmpty() && withoutSlip.equals(usual)) {
      return "c.shot_at < :newest";
    }
    String limit = "c.shot_at < :newest and c.shot_at < case ";
    if (doubt != Doubt.ALL) {
      limit += "when " + without(doubt == Doubt.OPEN ? MAYBE : PRINTED) + " then :without ";
    }
    if (doubt != Doubt.NONE) {
      limit += "when " + without(PRINTED) + " then ";
      limit += documents.isEmpty() ? ":longer " : "case " + each("longer") + " end ";
    }
    return limit + each("usual") + " end";
  }

  private static String without(String states) {
    return """
    not exists (select 1 from print_job j where j.case_id = c.id and j.state in STATES)
      and not exists (select 1 from submission s where s.case_id = c.id
        and s.state in ('SUBMITTED', 'CHECKING'))
    """
        .replace("STATES", states);
  }

  /** Each document's own limit, or that of all others. */
  private String each(String limit) {
    StringBuilder each = new StringBuilder();
    for (int i = 0; i < documents.size(); i++) {
      each.append("when c.spec = :spec%1$d then :%2$s%1$d ".formatted(i, limit));
    }
    return each + "else :" + limit;
  }

  private Instant longer(Instant limit) {
    return limit.isBefore(withoutSlip) ? limit : withoutSlip;
  }

  /** Gives a statement the values that {@link #condition} asks for. */
  <S extends SqlStatement<S>> S bind(S statement) {
    Instant newest = files().compareTo(withoutSlip) > 0 ? files() : withoutSlip;
    statement.bind("newest", newest.toEpochMilli());
    if (documents.isEmpty() && withoutSlip.equals(usual)) {
      return statement;
    }
    if (doubt != Doubt.ALL) {
      statement.bind("without", withoutSlip.toEpochMilli());
    }
    bind(statement, "usual", false);
    if (doubt != Doubt.NONE) {
      bind(statement, "longer", true);
    }
    return statement;
  }

  private <S extends SqlStatement<S>> void bind(S statement, String limit, boolean longer) {
    statement.bind(limit, (longer ? longer(usual) : usual).toEpochMilli());
    int i = 0;
    for (Map.Entry<String, Instant> own : documents.entrySet()) {
      Instant of = longer ? longer(own.getValue()) : own.getValue();
      statement.bind("spec" + i, own.getKey()).bind(limit + i, of.toEpochMilli());
      i++;
    }
  }
}
