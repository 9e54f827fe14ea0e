package org.huizhi.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The password of the database: read each time the database is opened, never kept or logged. */
final class Password {
  /** The variable that holds it where no file is named. */
  static final String ENVIRONMENT = "HUIZHI_DATABASE_PASSWORD";

  private Password() {}

  /** The password; empty where the server asks for none. */
  static String of(Storage.Postgres server, Map<String, String> environment) {
    return server
        .passwordFile()
        .map(Password::read)
        .orElseGet(() -> environment.getOrDefault(ENVIRONMENT, ""));
  }

  private static String read(Path file) {
    try {
      if (OwnerOnly.openToOthers(file)) {
        throw new StorageTrouble(
            StorageTrouble.Kind.KEY,
            "The password file "
                + file
                + " can be opened by others; give it to the kiosk's account alone (chmod 600).");
      }
      return Files.readString(file).strip();
    } catch (IOException wrong) {
      throw new StorageTrouble(
          StorageTrouble.Kind.KEY, "The password file " + file + " cannot be read.", wrong);
    }
  }
}
