package org.huizhi.app;

import com.google.gson.JsonArray;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.huizhi.session.Agreement;
import org.huizhi.session.Company;
import org.huizhi.session.Details;
import org.huizhi.session.Effect;
import org.huizhi.session.Tries;
import org.huizhi.session.Visit;
import org.huizhi.spec.Field;
import org.huizhi.spec.Spec;

/**
 * What a visit goes on with when its person comes back, beside what the staff were asked. Its text
 * form tells nothing of the person.
 *
 * @param consent the version of the words that were agreed to
 * @param faces of the verdict
 * @param shotAt in milliseconds, as all times here
 * @param operations what was done to the photo's pixels
 */
record LeftVisit(
    String language,
    String consent,
    long agreedAt,
    Company company,
    Map<Field, String> details,
    int shots,
    int faces,
    long shotAt,
    JsonArray operations) {

  static LeftVisit of(Effect.PutAway away, Instant shotAt, JsonArray operations) {
    Visit visit = away.visit();
    return new LeftVisit(
        away.language(),
        visit.agreement().textVersion(),
        visit.agreement().at().toEpochMilli(),
        visit.agreement().company(),
        visit.details().values(),
        visit.tries().shots(),
        away.question().verdict().faces(),
        shotAt.toEpochMilli(),
        operations);
  }

  /** The visit as it was. */
  Visit visit(Spec document) {
    return new Visit(
        new Agreement(consent, Instant.ofEpochMilli(agreedAt), company),
        document,
        new Details(details),
        new Tries(shots, Optional.empty()));
  }

  byte[] bytes() {
    return VerdictJson.LINE.toJson(this).getBytes(StandardCharsets.UTF_8);
  }

  static LeftVisit read(byte[] bytes) {
    return VerdictJson.LINE.fromJson(new String(bytes, StandardCharsets.UTF_8), LeftVisit.class);
  }

  @Override
  public String toString() {
    return "LeftVisit" + details.keySet();
  }
}
