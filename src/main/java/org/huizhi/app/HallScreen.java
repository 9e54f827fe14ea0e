package org.huizhi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Parent;
import org.huizhi.board.BoardView;
import org.huizhi.board.Crier;
import org.huizhi.board.TicketsView;
import org.huizhi.config.KioskConfig;
import org.huizhi.config.KioskFile;
import org.huizhi.queue.HallQueue;
import org.huizhi.queue.Ticket;
import org.huizhi.queue.TicketKind;
import org.huizhi.queue.TicketPrint;
import org.huizhi.queue.Tickets;
import org.huizhi.queue.Wait;
import org.huizhi.record.CaseStore;
import org.huizhi.storage.Audit;
import org.huizhi.storage.Changes;
import org.huizhi.storage.Database;
import org.huizhi.storage.HallClock;
import org.huizhi.storage.OwnerOnly;
import org.huizhi.storage.Storage;
import org.huizhi.storage.StorageTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A screen of the hall that takes no photos: the board or the ticket machine. It may share the data
 * folder with the kiosk of the same computer.
 */
final class HallScreen implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HallScreen.class);
  private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(2);

  private final KioskFile kiosk;
  private final Database hall;
  private final HallClock clock;
  private Optional<CallVoice> callVoice = Optional.empty();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("hall").daemon().unstarted(task));

  /** Nobody who wants a number waits for the paper of somebody else. */
  private final ExecutorService printing =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().name("tickets").daemon().unstarted(task));

  HallScreen(KioskConfig config, Path data, Clock clock) {
    kiosk = config.kiosk();
    OwnerOnly.directory(data);
    this.clock = new HallClock(clock);
    hall =
        switch (kiosk.database()) {
          case Storage.Sqlite _ -> Database.open(data.resolve(CaseStore.FILE));
          case Storage.Postgres server -> Database.later(server);
        };
  }

  /** The board; on the JavaFX thread. */
  Parent board(KioskConfig config) {
    callVoice = Speaking.calls(kiosk, config.words());
    BoardView view =
        new BoardView(
            config.words(),
            kiosk.queue(),
            callVoice.<Crier>map(voice -> voice).orElse(Crier.SILENT));
    Timeline ticks =
        new Timeline(
            new KeyFrame(javafx.util.Duration.millis(100), _ -> view.tick(System.nanoTime())));
    ticks.setCycleCount(Timeline.INDEFINITE);
    ticks.play();
    Tickets tickets = new Tickets(hall, "board", new Audit("board", clock), clock);
    var _ =
        thread.scheduleWithFixedDelay(
            () -> Deed.orLater("the board", () -> watch(tickets, view)),
            0,
            AT_LEAST_EVERY.toMillis(),
            TimeUnit.MILLISECONDS);
    return view;
  }

  /** Shows each change as it comes, until the hall is away; then it is called again. */
  private void watch(Tickets tickets, BoardView view) {
    try {
      hall.prepare();
      clock.set(hall.now());
      try (Changes changes = hall.changes()) {
        while (!thread.isShutdown()) {
          var news = tickets.news();
          Platform.runLater(() -> view.hear(news));
          changes.await(AT_LEAST_EVERY);
        }
      }
    } catch (StorageTrouble trouble) {
      LOG.warn("the board has no news: {}", trouble.getMessage());
      Platform.runLater(() -> view.reached(false));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** The ticket machine; on the JavaFX thread. */
  Parent tickets(KioskConfig config, Path data) {
    String machine = kiosk.machine() + "-tickets";
    Database own =
        kiosk.database() instanceof Storage.Sqlite
            ? hall
            : Database.open(data.resolve("tickets.db"));
    HallQueue queue = new HallQueue(hall, own, machine, kiosk.queue().kinds(), clock);
    Optional<TicketPrinter> printer = TicketPrinter.of(config, data, clock);
    CompletableFuture<TicketsView> view = new CompletableFuture<>();
    view.complete(
        new TicketsView(
            config.words(),
            kiosk.queue(),
            wish -> thread.execute(() -> take(queue, wish, printer, view.join()))));
    var _ =
        thread.scheduleWithFixedDelay(
            () -> Deed.orLater("the wait", () -> look(queue, view.join())),
            0,
            AT_LEAST_EVERY.toMillis(),
            TimeUnit.MILLISECONDS);
    return view.join();
  }

  private void take(
      HallQueue queue, TicketsView.Wish wish, Optional<TicketPrinter> printer, TicketsView view) {
    try {
      Ticket ticket = queue.take(wish.kind());
      Platform.runLater(() -> hand(queue, wish, ticket, printer, view));
    } catch (StorageTrouble trouble) {
      LOG.warn("no ticket: {}", trouble.getMessage());
      Platform.runLater(() -> view.showNone(wish));
    }
  }

  /** What comes too late for its person is void and not printed; on the JavaFX thread. */
  private void hand(
      HallQueue queue,
      TicketsView.Wish wish,
      Ticket ticket,
      Optional<TicketPrinter> printer,
      TicketsView view) {
    TicketPrint print = printer.isPresent() ? TicketPrint.UNDER_WAY : TicketPrint.NONE;
    try {
      if (!view.show(wish, ticket, print)) {
        thread.execute(() -> CallDesk.withdraw(queue, ticket));
      } else if (printer.isPresent()) {
        printing.execute(() -> print(printer.get(), ticket, view));
      }
    } catch (RejectedExecutionException closing) {
      LOG.debug("a ticket came while closing");
    }
  }

  private static void print(TicketPrinter paper, Ticket ticket, TicketsView view) {
    boolean out = paper.print(ticket);
    Platform.runLater(() -> view.printed(ticket, out));
  }

  private static void look(HallQueue queue, TicketsView view) {
    try {
      queue.meet(false, "");
      Map<String, Wait> waits = new HashMap<>();
      for (TicketKind kind : List.copyOf(queue.kinds())) {
        queue.waitOf(kind).ifPresent(wait -> waits.put(kind.name(), wait));
      }
      Platform.runLater(() -> view.hear(waits));
    } catch (StorageTrouble trouble) {
      LOG.warn("no waiting times: {}", trouble.getMessage());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    printing.shutdown();
    callVoice.ifPresent(CallVoice::close);
    hall.close();
  }
}
