package org.huizhi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import org.huizhi.storage.Database;

/**
 * A console of its own over the hall's database, or beside a lone kiosk over its file. It prints on
 * the printers that its own configuration names.
 */
final class ConsoleRoom implements AutoCloseable {
  private final KioskConfig config;
  private final Clock clock;
  private final CaseStore store;
  private final HallDesk desk;
  private final ExecutorService errands =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().name("staff").daemon().unstarted(task));

  ConsoleRoom(KioskConfig config, Path data, Clock clock) {
    this.config = config;
    this.clock = clock;
    String machine = config.kiosk().machine() + "-console"; // its kiosk's open numbers are no gaps
    store = CaseStore.open(data, config.kiosk().database(), machine, clock);
    Database hall = store.database();
    Vault vault = Vault.open(data);
    SlipDesk slips = new SlipDesk(config, data, clock);
    PrintRoom room = new PrintRoom(config, data, store, slips, false, clock);
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
    desk = new HallDesk(() -> books, config, Optional.empty(), clock);
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
