package org.huizhi.app;

import java.nio.file.Path;
import java.util.Locale;
import org.huizhi.storage.DataDirLock;
import org.huizhi.storage.StorageTrouble;

/** What a machine is in its hall. */
enum Role {
  /** Takes photos. */
  KIOSK,
  /** Gives tickets. */
  TICKETS,
  /** Shows who is called. */
  BOARD,
  /** For the staff. */
  CONSOLE;

  /** Where such a machine, beside a kiosk on one data folder, says that it runs. */
  Path lockedIn(Path data) {
    return this == KIOSK ? data : data.resolve(name().toLowerCase(Locale.ROOT));
  }

  /**
   * Takes a data folder for itself alone, with whatever may run beside a kiosk.
   *
   * @throws StorageTrouble BUSY when a kiosk, board, ticket machine or console runs on it
   */
  static Held alone(Path data) {
    Held held = new Held();
    try {
      for (Role role : values()) {
        held.keep(DataDirLock.take(role.lockedIn(data)), DataDirLock::close);
      }
      return held;
    } catch (StorageTrouble trouble) {
      held.close();
      throw trouble;
    }
  }
}
