package org.huizhi.app;

import java.nio.file.Path;
import java.time.Clock;
import org.huizhi.config.KioskConfig;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Reviews;
import org.huizhi.record.Vault;
import org.huizhi.staff.Staff;
import org.huizhi.storage.Database;

/** What a staff desk reads and writes, over a record that a test has opened. */
final class OpenBooks {
  private OpenBooks() {}

  /**
   * @param data where the vault's key lies
   */
  static HallDesk.Books of(
      KioskConfig config, Path data, CaseStore store, String machine, Clock clock) {
    Database hall = store.database();
    Vault vault = Vault.open(data);
    SlipDesk slips = new SlipDesk(config, data, clock);
    PrintRoom room = new PrintRoom(config, data, store, slips, false, clock);
    return new HallDesk.Books(
        hall,
        store,
        new Staff(hall, hall, machine, vault, clock),
        new Reviews(hall, hall, machine, vault, Staff.chains(machine), clock),
        slips,
        deed -> deed.test(room),
        data);
  }
}
