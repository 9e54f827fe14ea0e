package org.huizhi.printer;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads printer-state-reasons (RFC 8011, 5.4.12). Printers add -error, -warning or -report, and not
 * all by the book: an empty tray comes as media-empty-warning from some, so the keyword counts and
 * its ending does not.
 */
final class Reasons {
  private enum Weight {
    STOPS,
    WARNS
  }

  private enum Known {
    MEDIA_EMPTY("media-empty", Weight.STOPS, Obstacle.PAPER_OUT),
    MEDIA_NEEDED("media-needed", Weight.STOPS, Obstacle.PAPER_OUT),
    MEDIA_JAM("media-jam", Weight.STOPS, Obstacle.JAM),
    COVER("cover-open", Weight.STOPS, Obstacle.COVER_OPEN),
    DOOR("door-open", Weight.STOPS, Obstacle.COVER_OPEN),
    INTERLOCK("interlock-open", Weight.STOPS, Obstacle.COVER_OPEN),
    TONER("toner-empty", Weight.STOPS, Obstacle.TONER_OUT),
    SUPPLY("marker-supply-empty", Weight.STOPS, Obstacle.TONER_OUT),
    OFFLINE("offline", Weight.STOPS, Obstacle.OFFLINE),
    SHUTDOWN("shutdown", Weight.STOPS, Obstacle.OFFLINE),
    TIMED_OUT("timed-out", Weight.STOPS, Obstacle.OFFLINE),
    PAUSED("paused", Weight.STOPS, Obstacle.PAUSED),
    PAUSING("moving-to-paused", Weight.STOPS, Obstacle.PAUSED),
    SPOOL("spool-area-full", Weight.STOPS, Obstacle.DISK_FULL),
    TRAY("input-tray-missing", Weight.STOPS, Obstacle.OTHER),
    MEDIA_LOW("media-low", Weight.WARNS, Obstacle.PAPER_OUT),
    TONER_LOW("toner-low", Weight.WARNS, Obstacle.TONER_OUT),
    SUPPLY_LOW("marker-supply-low", Weight.WARNS, Obstacle.TONER_OUT),
    CONNECTING("connecting-to-device", Weight.WARNS, Obstacle.OFFLINE);

    private final String keyword;
    private final Weight weight;
    private final Obstacle obstacle;

    Known(String keyword, Weight weight, Obstacle obstacle) {
      this.keyword = keyword;
      this.weight = weight;
      this.obstacle = obstacle;
    }

    static Optional<Known> of(String reason) {
      return Arrays.stream(values()).filter(known -> reason.startsWith(known.keyword)).findFirst();
    }
  }

  private Reasons() {}

  /**
   * Turns a printer's reasons into its state.
   *
   * @param stopped whether the printer or its queue stands still
   */
  static PrinterState read(Collection<String> reasons, boolean stopped) {
    Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
    Set<String> warnings = new HashSet<>();
    for (String reason : reasons) {
      Optional<Known> known = Known.of(reason);
      if (known.isPresent() && known.get().weight == Weight.STOPS) {
        obstacles.add(known.get().obstacle);
      } else if (known.isEmpty() && reason.endsWith("-error")) {
        obstacles.add(Obstacle.OTHER);
      } else if (!reason.equals("none")) {
        warnings.add(reason);
      }
    }
    if (stopped && obstacles.isEmpty()) {
      obstacles.add(Obstacle.PAUSED);
    }
    return new PrinterState(obstacles, warnings);
  }
}
