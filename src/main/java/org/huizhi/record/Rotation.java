package org.huizhi.record;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.StorageTrouble;
import org.jdbi.v3.core.Handle;

/**
 * Gives the vault a new key and seals everything anew with it. Wherever that is broken off, all can
 * still be opened, and the next call goes on. Old keys stay in the file and open what older backups
 * hold.
 */
public final class Rotation {
  private static final int PAGE = 20;

  /**
   * A column of which the vault has the key.
   *
   * @param owner whose value it is, in the row's own words
   * @param row finds the row of {@code :owner}
   * @param place what the vault calls the column
   */
  record Column(String table, String name, String owner, String row, String place) {}

  /** The proof comes last: whatever has it in the new key is done. */
  static final List<Column> COLUMNS =
      List.of(
          new Column("photo_case", "name_sealed", "id", "id = :owner", "name"),
          new Column("photo_case", "id_number_sealed", "id", "id = :owner", "id_number"),
          new Column("photo_case", "phone_sealed", "id", "id = :owner", "phone"),
          new Column("photo_case", "photo_sealed", "id", "id = :owner", "photo"),
          new Column("print_job", "slip_sealed", "id", "id = :owner", "slip"),
          new Column("review", "shot_sealed", "id", "id = :owner", "shot"),
          new Column("review", "photo_sealed", "id", "id = :owner", "photo"),
          new Column("review", "visit_sealed", "id", "id = :owner", "visit"),
          new Column("staff_person", "pin_sealed", "number", "number = :owner", "pin"),
          new Column("vault_proof", "proof_sealed", "'vault'", ":owner = 'vault'", "proof"));

  private final Path dataDir;
  private final List<Database> databases;
  private final Audit audit;

  /**
   * @param databases all that hold what the directory's key sealed
   * @param machine the writer's name in the audit
   */
  public Rotation(Path dataDir, List<Database> databases, String machine, Clock clock) {
    this.dataDir = dataDir;
    this.databases = List.copyOf(databases);
    this.audit = new Audit(machine + "/keys", clock);
  }

  /** What was done: the key that seals now, and how many values were sealed anew. */
  public record Done(String key, int values) {}

  /**
   * Adds a key for later, because machines that share a record must all have it before one uses it.
   *
   * @return whether there was none that waits already
   */
  public static boolean addKey(Path dataDir) {
    Vault.open(dataDir);
    return Vault.addKey(dataDir);
  }

  /**
   * Seals everything with the newest key, and with a new one where none waits and nothing is left
   * to do. Nobody else may have the vault open but machines that have the newest key.
   *
   * @param shared whether others use the same key file: then none is made here
   */
  public Done rotate(boolean shared) {
    Vault now = Vault.open(dataDir);
    boolean goesOn = Vault.useNewestKey(dataDir) || databases.stream().anyMatch(d -> left(d, now));
    if (!goesOn) {
      if (shared) {
        throw new StorageTrouble(
            StorageTrouble.Kind.REFUSED,
            "Every machine of the hall needs the new key first: kiosk keys add, copy "
                + Vault.FILE
                + " to all of them, start them anew, and then rotate.");
      }
      Vault.addKey(dataDir);
      Vault.useNewestKey(dataDir);
    }
    Vault vault = Vault.open(dataDir);
    int values = databases.stream().mapToInt(database -> reseal(database, vault)).sum();
    return new Done(vault.keyName(), values);
  }

  private static boolean left(Database database, Vault vault) {
    return database.read(
        "Looking for old keys",
        handle -> COLUMNS.stream().anyMatch(c -> !page(handle, c, vault, "").isEmpty()));
  }

  private int reseal(Database database, Vault vault) {
    int values = 0;
    for (Column column : COLUMNS) {
      Optional<String> last = Optional.of("");
      while (last.isPresent()) {
        String after = last.get();
        List<String> done =
            database.write("Sealing anew", handle -> reseal(handle, column, vault, after));
        values += done.size();
        last = done.isEmpty() ? Optional.empty() : Optional.of(done.getLast());
      }
    }
    int all = values;
    database.write(
        "Noting the new key",
        handle -> audit.note(handle, "key changed", vault.keyName(), all + " values sealed anew"));
    database.emptyLog();
    return values;
  }

  /** One page, whole or not at all; what somebody changed meanwhile stays as it was changed. */
  private static List<String> reseal(Handle handle, Column column, Vault vault, String after) {
    List<Value> page = page(handle, column, vault, after);
    for (Value value : page) {
      byte[] plain = vault.unseal(value.sealed(), value.owner(), column.place());
      byte[] anew = vault.seal(plain, value.owner(), column.place());
      Arrays.fill(plain, (byte) 0);
      handle
          .createUpdate(
              "update %s set %s = :anew where %s and %2$s = :old"
                  .formatted(column.table(), column.name(), column.row()))
          .bind("anew", anew)
          .bind("owner", value.owner())
          .bind("old", value.sealed())
          .execute();
    }
    return page.stream().map(Value::owner).toList();
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Value(String owner, byte[] sealed) {}

  /** Values after an owner that another key has sealed. */
  private static List<Value> page(Handle handle, Column column, Vault vault, String after) {
    return handle
        .createQuery(
            """
            select %3$s as owner, %2$s as sealed from %1$s
            where %2$s is not null and substr(%2$s, 1, %4$d) <> :prefix and %3$s > :after
            order by 1 limit %5$d
            """
                .formatted(column.table(), column.name(), column.owner(), Vault.PREFIX_BYTES, PAGE))
        .bind("prefix", vault.prefix())
        .bind("after", after)
        .map((row, context) -> new Value(row.getString("owner"), row.getBytes("sealed")))
        .list();
  }
}
