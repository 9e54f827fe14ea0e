package org.huizhi.record;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Takes a case with its photo and slips to another machine, or to the authority's system, as a
 * {@link CasePackage} of {@code case.json}, {@code photo.jpg} and {@code slip-1.pdf}.
 */
public final class CaseTravel {
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();
  private static final String CASE = "case.json";
  private static final String PHOTO = "photo.jpg";
  private static final Set<String> FLAGS = Set.of("by_staff", "specimen");

  /** What travels of each table, in the order in which rows refer to each other. */
  private static final Map<String, List<String>> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put(
        "image_number",
        columns("number series business_day serial case_id state taken_at reason machine"));
    TABLES.put(
        "photo_case",
        columns(
            "id image_number spec shot_at stored_at consent_at consent_text by_staff specimen"
                + " photo_sha256 findings operations machine decided_by decided_why ticket"
                + " earlier"));
    TABLES.put(
        "print_job",
        columns("id case_id copy state printer queued_at sent_at ended_at detail machine"));
    TABLES.put("print_step", columns("job_id step at state printer detail"));
  }

  private static List<String> columns(String names) {
    return List.of(names.split(" "));
  }

  private final CaseStore store;
  private final Database database;
  private final Vault vault;
  private final Audit audit;

  /**
   * @param vault the one that the store is sealed with
   * @param audit notes what went and what came
   */
  public CaseTravel(CaseStore store, Vault vault, Audit audit) {
    this.store = store;
    this.database = store.database();
    this.vault = vault;
    this.audit = audit;
  }

  /**
   * Packs a case.
   *
   * @param receiver what {@link CasePackage#receivingKey} gave on the other machine
   * @throws org.huizhi.storage.StorageTrouble REFUSED when there is no such case, it was deleted,
   *     or one of its slips is still on its way
   */
  public byte[] pack(String imageNumber, PrivateKey signer, String receiver) {
    KeptCase kept =
        store
            .byNumber(imageNumber)
            .orElseThrow(() -> CasePackage.refused("There is no case " + imageNumber + ".", null));
    PhotoFile photo =
        kept.photo()
            .orElseThrow(
                () -> CasePackage.refused("What is personal of it was deleted already.", null));
    List<PrintJob> jobs = store.jobs().of(kept.id());
    if (jobs.stream().anyMatch(job -> job.state().open())) {
      throw CasePackage.refused(
          "Its slip is still on the way: see kiosk tasks, and export it then.", null);
    }
    JsonObject about = new JsonObject();
    about.addProperty("name", kept.personal().name().orElse(null));
    about.addProperty("id_number", kept.personal().idNumber().orElse(null));
    about.addProperty("phone", kept.personal().phone().orElse(null));
    TABLES.forEach((table, columns) -> about.add(table, rows(table, columns, kept.id())));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(CASE, PRETTY.toJson(about).getBytes(StandardCharsets.UTF_8));
    files.put(PHOTO, photo.jpeg());
    for (PrintJob job : jobs) {
      store.jobs().slip(job.id()).ifPresent(slip -> files.put(slipName(job.copy()), slip));
    }
    byte[] sealed = CasePackage.seal(files, signer, receiver);
    database.write(
        "Noting an export",
        handle -> audit.note(handle, "case exported", imageNumber, "photo " + kept.photoSha256()));
    return sealed;
  }

  private static String slipName(int copy) {
    return "slip-" + copy + ".pdf";
  }

  private JsonArray rows(String table, List<String> columns, String caseId) {
    String where =
        switch (table) {
          case "photo_case" -> "id = :id";
          case "print_step" -> "job_id in (select id from print_job where case_id = :id)";
          default -> "case_id = :id";
        };
    JsonArray rows = new JsonArray();
    database
        .read(
            "Reading a case",
            handle ->
                handle
                    .createQuery(
                        "select %s from %s where %s order by 1"
                            .formatted(String.join(", ", columns), table, where))
                    .bind("id", caseId)
                    .mapToMap()
                    .list())
        .forEach(row -> rows.add(json(row)));
    return rows;
  }

  private static JsonObject json(Map<String, Object> row) {
    JsonObject json = new JsonObject();
    row.forEach(
        (column, value) -> {
          boolean flag = FLAGS.contains(column) && value instanceof Number;
          json.add(column, PRETTY.toJsonTree(flag ? ((Number) value).intValue() != 0 : value));
        });
    return json;
  }

  /**
   * Takes a package in.
   *
   * @return the image number; empty when the case lies here already
   * @throws org.huizhi.storage.StorageTrouble REFUSED when the package is not what was signed, or
   *     its number is another case's here
   */
  public Optional<String> unpack(byte[] sealed, Path dataDir, Map<String, PublicKey> trusted) {
    CasePackage.Opened opened = CasePackage.open(sealed, dataDir, trusted);
    try {
      JsonObject about =
          JsonParser.parseString(new String(file(opened, CASE), StandardCharsets.UTF_8))
              .getAsJsonObject();
      return database.write("Taking a case in", handle -> unpack(handle, opened, about));
    } catch (JsonParseException | IllegalStateException | NullPointerException strange) {
      throw CasePackage.refused("The package is of another version of Huizhi.", strange);
    }
  }

  private static byte[] file(CasePackage.Opened opened, String name) {
    return Optional.ofNullable(opened.files().get(name))
        .orElseThrow(() -> CasePackage.refused("The package holds no " + name + ".", null));
  }

  private Optional<String> unpack(Handle handle, CasePackage.Opened opened, JsonObject about) {
    JsonObject kept = about.getAsJsonArray("photo_case").get(0).getAsJsonObject();
    JsonObject number = about.getAsJsonArray("image_number").get(0).getAsJsonObject();
    String id = kept.get("id").getAsString();
    String name = kept.get("image_number").getAsString();
    PhotoFile photo = PhotoFile.of(file(opened, PHOTO));
    if (!photo.sha256().equals(kept.get("photo_sha256").getAsString())) {
      throw CasePackage.refused("The photo is not the one that was issued.", null);
    }
    if (is(
        handle,
        "select 1 from photo_case where id = :a and photo_sha256 = :b",
        id,
        photo.sha256())) {
      return Optional.empty();
    }
    String series = number.get("series").getAsString();
    String day = number.get("business_day").getAsString();
    long serial = number.get("serial").getAsLong();
    if (is(handle, "select 1 from image_number where number = :a or case_id = :b", name, id)
        || is(
            handle,
            "select 1 from image_number where serial = %d and series = :a and business_day = :b"
                .formatted(serial),
            series,
            day)) {
      throw CasePackage.refused("The number " + name + " is another case's here.", null);
    }
    TABLES.forEach(
        (table, columns) ->
            about
                .getAsJsonArray(table)
                .forEach(
                    row -> insert(handle, table, columns, row.getAsJsonObject(), opened, about)));
    // A lone machine must not give the number once more.
    handle.execute(
        "insert into serial (series, business_day, last) values (?, ?, ?)"
            + " on conflict (series, business_day) do update set last ="
            + " case when serial.last > excluded.last then serial.last else excluded.last end",
        series,
        day,
        serial);
    Unmerged.mark(handle, id);
    audit.note(
        handle,
        "case imported",
        name,
        "signed by " + opened.signedBy() + ", photo " + photo.sha256());
    return Optional.of(name);
  }

  private static boolean is(Handle handle, String query, String a, String b) {
    return handle
        .createQuery(query)
        .bind("a", a)
        .bind("b", b)
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  private void insert(
      Handle handle,
      String table,
      List<String> columns,
      JsonObject row,
      CasePackage.Opened opened,
      JsonObject about) {
    Map<String, byte[]> sealed = new LinkedHashMap<>();
    if (table.equals("photo_case")) {
      String id = row.get("id").getAsString();
      sealed.put("photo_sealed", vault.seal(file(opened, PHOTO), id, "photo"));
      for (String text : List.of("name", "id_number", "phone")) {
        if (about.get(text) != null && !about.get(text).isJsonNull()) {
          byte[] plain = about.get(text).getAsString().getBytes(StandardCharsets.UTF_8);
          sealed.put(text + "_sealed", vault.seal(plain, id, text));
        }
      }
    }
    if (table.equals("print_job")) {
      Optional.ofNullable(opened.files().get(slipName(row.get("copy").getAsInt())))
          .ifPresent(
              slip ->
                  sealed.put("slip_sealed", vault.seal(slip, row.get("id").getAsString(), "slip")));
    }
    String names =
        Stream.concat(columns.stream(), sealed.keySet().stream()).collect(Collectors.joining(", "));
    String values =
        Stream.concat(columns.stream(), sealed.keySet().stream())
            .map(c -> ":" + c)
            .collect(Collectors.joining(", "));
    var insert =
        handle.createUpdate("insert into %s (%s) values (%s)".formatted(table, names, values));
    columns.forEach(column -> bind(insert, column, row.get(column)));
    sealed.forEach(insert::bind);
    insert.execute();
  }

  private static void bind(SqlStatement<?> insert, String column, JsonElement value) {
    if (value.isJsonNull()) {
      insert.bindNull(column, Types.VARCHAR);
    } else if (value.getAsJsonPrimitive().isBoolean()) {
      insert.bind(column, value.getAsBoolean());
    } else if (value.getAsJsonPrimitive().isNumber()) {
      insert.bind(column, value.getAsLong());
    } else {
      insert.bind(column, value.getAsString());
    }
  }
}
