package org.huizhi.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.huizhi.config.KioskConfig;
import org.huizhi.record.CaseStore;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.Storage;

/** Opens records for commands; in a hall there are two: the server's and each kiosk's own. */
final class Records {
  private Records() {}

  /**
   * The hall's record, which on a lone machine is its own.
   *
   * @param folder the data folder: it holds the key and, with SQLite, the database
   */
  static CaseStore open(KioskConfig config, Path folder, Clock clock) {
    return CaseStore.open(folder, config.kiosk().database(), config.kiosk().machine(), clock);
  }

  /** The record that a kiosk of a hall works on and brings home; empty where none lies here. */
  static Optional<CaseStore> lent(KioskConfig config, Path folder, Clock clock) {
    boolean lies =
        config.kiosk().database() instanceof Storage.Postgres
            && Files.exists(folder.resolve(CaseStore.FILE));
    return lies
        ? Optional.of(CaseStore.openLent(folder, config.kiosk().machine(), clock))
        : Optional.empty();
  }

  /** The record that this machine works on: what the hall's says of its slips comes from there. */
  static CaseStore working(KioskConfig config, Path folder, Clock clock) {
    return lent(config, folder, clock).orElseGet(() -> open(config, folder, clock));
  }

  /** When the record of a data folder was last written to; empty where none lies here. */
  static Optional<Instant> lastNoted(Path folder) {
    Path file = folder.resolve(CaseStore.FILE);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try (Database database = Database.open(file)) {
      return Audit.newest(database);
    }
  }
}
