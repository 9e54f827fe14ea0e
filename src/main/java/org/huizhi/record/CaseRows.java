package org.huizhi.record;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.huizhi.storage.StorageTrouble;
import org.jdbi.v3.core.Handle;

/** The table of cases: what is personal lies in it sealed, each field for its case alone. */
final class CaseRows {
  private final Vault vault;
  private final String machine;
  private final Clock clock;

  CaseRows(Vault vault, String machine, Clock clock) {
    this.vault = vault;
    this.machine = machine;
    this.clock = clock;
  }

  void insert(Handle handle, NewCase fresh, String number) {
    Personal personal = fresh.personal();
    handle
        .createUpdate(
            """
            insert into photo_case (id, image_number, spec, shot_at, stored_at, consent_at, consent_text, by_staff, specimen,
              name_sealed, id_number_sealed, phone_sealed, photo_sealed, photo_sha256, findings,
              operations, machine, decided_by, decided_why, ticket, earlier)
            values (:id, :number, :spec, :shot, :now, :consent, :consentText, :byStaff, :specimen,
              :name, :idNumber, :phone, :photo, :sha256, :findings, :operations, :machine, :decidedBy, :decidedWhy, :ticket,
              :earlier)
            """)
        .bind("id", fresh.id())
        .bind("number", number)
        .bind("spec", fresh.spec())
        .bind("shot", fresh.shotAt().toEpochMilli())
        .bind("now", clock.millis())
        .bind("consent", fresh.consent().map(c -> c.at().toEpochMilli()).orElse(null))
        .bind("consentText", fresh.consent().map(Consent::textVersion).orElse(null))
        .bind("byStaff", fresh.decided().isPresent())
        .bind("ticket", fresh.ticket().orElse(null))
        .bind("earlier", fresh.earlier())
        .bind("decidedBy", fresh.decided().map(Decided::by).orElse(null))
        .bind("decidedWhy", fresh.decided().map(Decided::why).orElse(null))
        .bind("specimen", fresh.specimen())
        .bind("name", seal(personal.name(), fresh.id(), "name").orElse(null))
        .bind("idNumber", seal(personal.idNumber(), fresh.id(), "id_number").orElse(null))
        .bind("phone", seal(personal.phone(), fresh.id(), "phone").orElse(null))
        .bind("photo", vault.seal(fresh.photo().jpeg(), fresh.id(), "photo"))
        .bind("sha256", fresh.photo().sha256())
        .bind("findings", fresh.findings())
        .bind("operations", fresh.operations())
        .bind("machine", machine)
        .execute();
  }

  /**
   * Of two who take a case's place or delete it at once, one does.
   *
   * @throws StorageTrouble REFUSED for the other
   */
  void claim(Handle handle, String caseId, Instant now) {
    int claimed =
        handle.execute(
            "update photo_case set purged_at = ? where id = ? and purged_at is null",
            now.toEpochMilli(),
            caseId);
    if (claimed != 1) {
      throw new StorageTrouble(
          StorageTrouble.Kind.REFUSED, "This case was corrected or deleted meanwhile.");
    }
  }

  /** A case that takes another's place is found by the same ticket. */
  void sameTicket(Handle handle, String caseId, String freshCase) {
    handle.execute(
        "update photo_case set ticket = (select ticket from photo_case where id = ?) where id = ?",
        caseId,
        freshCase);
  }

  private Optional<byte[]> seal(Optional<String> text, String caseId, String column) {
    return text.map(t -> vault.seal(t.getBytes(StandardCharsets.UTF_8), caseId, column));
  }

  /**
   * @param column of the caller's own words, never of a person's
   */
  Optional<KeptCase> find(Handle handle, String column, String value) {
    return handle
        .createQuery("select * from photo_case where " + column + " = :value")
        .bind("value", value)
        .map((row, context) -> kept(row))
        .findOne();
  }

  private KeptCase kept(ResultSet row) throws SQLException {
    String id = row.getString("id");
    return new KeptCase(
        id,
        row.getString("image_number"),
        row.getString("machine"),
        row.getString("spec"),
        Instant.ofEpochMilli(row.getLong("shot_at")),
        Instant.ofEpochMilli(row.getLong("stored_at")),
        consent(row),
        decided(row),
        row.getBoolean("specimen"),
        new Personal(text(row, id, "name"), text(row, id, "id_number"), text(row, id, "phone")),
        Rows.bytes(row, "photo_sealed")
            .map(bytes -> PhotoFile.of(vault.unseal(bytes, id, "photo"))),
        row.getString("photo_sha256"),
        row.getString("findings"),
        row.getString("operations"),
        Rows.instant(row, "purged_at"));
  }

  private static Optional<Decided> decided(ResultSet row) throws SQLException {
    String why = row.getString("decided_why");
    return Optional.ofNullable(row.getString("decided_by")).map(by -> new Decided(by, why));
  }

  private static Optional<Consent> consent(ResultSet row) throws SQLException {
    String text = row.getString("consent_text");
    return Rows.instant(row, "consent_at").map(at -> new Consent(at, text));
  }

  private Optional<String> text(ResultSet row, String id, String column) throws SQLException {
    return Rows.bytes(row, column + "_sealed")
        .map(bytes -> new String(vault.unseal(bytes, id, column), StandardCharsets.UTF_8));
  }
}
