package org.huizhi.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Parent;
import javafx.util.Duration;
import org.huizhi.config.KioskConfig;
import org.huizhi.console.ConsoleView;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Reviews;
import org.huizhi.record.Vault;
import org.huizhi.staff.Staff;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Database;
import org.huizhi.storage.DateWatch;

/**
 * A console of its own over the hall's database, or beside a lone kiosk over its file. It prints on
 * the printers that its own configuration names.
 */
final class ConsoleRoom implements AutoCloseable {
  private static final int FORGET_MINUTES = 10;

  private final KioskConfig config;
  private final Path data;
  private final Clock clock;
  private final CaseStore store;
  private final HallDesk desk;
  private final PrintRoom room;
  private final DateWatch date;
  private final ScheduledExecutorService errands =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("staff").daemon().unstarted(task));

  ConsoleRoom(KioskConfig config, Path data, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.data = data;
    String machine = config.kiosk().machine() + "-console"; // its kiosk's open numbers are no gaps
    store = CaseStore.open(data, config.kiosk().database(), machine, clock);
    Database hall = store.database();
    Vault vault = Vault.open(data);
    SlipDesk slips = new SlipDesk(config, data, clock);
    room = new PrintRoom(config, data, store, slips, false, clock);
    HallDesk.Books books =
        new HallDesk.Books(
            hall,
            store,
            new Staff(hall, hall, machine, vault, clock),
            new Reviews(hall, hall, machine, vault, Staff.chains(machine), clock),
            slips,
            deed -> deed.test(room), // only errands print here
            data);
    errands.execute(() -> Deed.orLater("what was under way", room::resume));
    date = DateWatch.own(data, () -> Audit.newest(hall));
    var _ =
        errands.scheduleWithFixedDelay(
            () -> Deed.orLater("slips that are due", this::forgetSlips),
            FORGET_MINUTES,
            FORGET_MINUTES,
            TimeUnit.MINUTES);
    desk = new HallDesk(() -> books, config, Optional.empty(), clock);
  }

  /** Deletes what its printers keep of slips that are due, where no kiosk does that. */
  void forgetSlips() {
    Instant now = clock.instant();
    boolean kioskDoes = Files.exists(data.resolve(CaseStore.FILE));
    if (!kioskDoes && date.believes(now)) {
      room.forget(config.kiosk().keep().at(now).files());
    }
  }

  /** The pages; on the JavaFX thread. */
  Parent view() {
    ConsoleView view =
        new ConsoleView(
            config.staffWords(),
            config.words(),
            desk,
            config.kiosk().staff(),
            clock,
            clock.getZone(),
            errands,
            Optional.empty());
    Timeline ticks = new Timeline(new KeyFrame(Duration.seconds(1), _ -> view.tick()));
    ticks.setCycleCount(Timeline.INDEFINITE);
    ticks.play();
    return view;
  }

  @Override
  public void close() {
    errands.shutdownNow();
    store.close();
  }
}
