package org.huizhi.app;

import java.nio.file.Path;
import java.time.Clock;
import org.huizhi.config.KioskConfig;
import org.huizhi.record.CaseStore;

/** Opens the record that {@code kiosk-config} names. */
final class Records {
  private Records() {}

  /**
   * The hall's record.
   *
   * @param folder the data folder: it holds the key and, with SQLite, the database
   */
  static CaseStore open(KioskConfig config, Path folder, Clock clock) {
    return CaseStore.open(folder, config.kiosk().database(), config.kiosk().machine(), clock);
  }
}
