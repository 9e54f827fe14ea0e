package org.huizhi.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The rights of a machine in the hall's database. */
public final class Roles {
  private static final String SCRIPT = "/db/postgresql-role.sql";

  private Roles() {}

  /** Brings the database up to date as its owner and gives {@code huizhi_kiosk} its rights. */
  public static void grant(Storage.Postgres asOwner) {
    try (Database database = Database.open(asOwner)) {
      database.write("Giving the machines their rights", handle -> handle.execute(script()));
    }
  }

  private static String script() {
    try (InputStream script = Roles.class.getResourceAsStream(SCRIPT)) {
      return new String(
          Objects.requireNonNull(script, SCRIPT).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
