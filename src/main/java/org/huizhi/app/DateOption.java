package org.huizhi.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.huizhi.storage.DateWatch;
import org.huizhi.storage.StorageTrouble;
import picocli.CommandLine.Option;

/** The option of every command that deletes by the date: whether it is to be believed. */
final class DateOption {
  @Option(
      names = "--date-is-right",
      description = "You have looked: today is what the computer says, though it went far ahead.")
  private boolean dateIsRight;

  /**
   * Before anything is deleted by this computer's date, which is noted as seen.
   *
   * @throws StorageTrouble REFUSED when it is not believed
   */
  void check(Path folder, Instant now) {
    check(DateWatch.own(folder, () -> Records.lastNoted(folder)), now);
  }

  /** The same where the record may be one that cannot be read. */
  void checkOverBroken(Path folder, Instant now) {
    check(DateWatch.own(folder, () -> lastNoted(folder)), now);
  }

  private static Optional<Instant> lastNoted(Path folder) {
    try {
      return Records.lastNoted(folder);
    } catch (StorageTrouble broken) {
      return Optional.empty();
    }
  }

  /** The same for any date. */
  void check(DateWatch date, Instant now) {
    if (dateIsRight) {
      date.confirm(now);
    } else if (!date.sees(now)) {
      throw new StorageTrouble(
          StorageTrouble.Kind.REFUSED,
          "The clock says "
              + now
              + ", more than "
              + DateWatch.MOST_AHEAD.toDays()
              + " days after it was last seen; nothing was done by that date. Mend it, or say"
              + " --date-is-right.");
    }
  }
}
