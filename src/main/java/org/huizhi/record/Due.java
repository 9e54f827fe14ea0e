package org.huizhi.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Which cases are to lose what is personal: those shot before these moments.
 *
 * @param usual of cases of which a slip was printed
 * @param withoutSlip of those of which none was, and that no detection centre still looks at
 * @param documents where a document has its own, by the spec's name
 */
public record Due(Instant usual, Instant withoutSlip, Map<String, Instant> documents) {
  public Due {
    documents = Map.copyOf(documents);
  }

  /** The same for all. */
  public static Due before(Instant moment) {
    return new Due(moment, moment, Map.of());
  }

  /** Before which nothing of a printed slip may be anywhere else than in the record. */
  public Instant files() {
    return Stream.concat(Stream.of(usual), documents.values().stream())
        .max(Instant::compareTo)
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
    StringBuilder limit = new StringBuilder("c.shot_at < :newest and c.shot_at < case when ");
    limit.append(
        """
        not exists (select 1 from print_job j where j.case_id = c.id and j.state = 'PRINTED')
          and not exists (select 1 from submission s where s.case_id = c.id
            and s.state in ('SUBMITTED', 'CHECKING')) then :without
        """);
    for (int i = 0; i < documents.size(); i++) {
      limit.append(" when c.spec = :spec").append(i).append(" then :limit").append(i);
    }
    return limit.append(" else :usual end").toString();
  }

  /** Gives a statement the values that {@link #condition} asks for. */
  <S extends SqlStatement<S>> S bind(S statement) {
    Instant newest = files().compareTo(withoutSlip) > 0 ? files() : withoutSlip;
    statement.bind("newest", newest.toEpochMilli());
    if (documents.isEmpty() && withoutSlip.equals(usual)) {
      return statement;
    }
    statement.bind("without", withoutSlip.toEpochMilli()).bind("usual", usual.toEpochMilli());
    List<Map.Entry<String, Instant>> own = new ArrayList<>(documents.entrySet());
    for (int i = 0; i < own.size(); i++) {
      statement.bind("spec" + i, own.get(i).getKey());
      statement.bind("limit" + i, own.get(i).getValue().toEpochMilli());
    }
    return statement;
  }
}
