package org.huizhi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.huizhi.camera.CameraChoice;
import org.huizhi.config.KioskConfig;
import org.huizhi.storage.DataDirLock;
import org.huizhi.storage.StorageTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kiosk run}: the kiosk. */
@Command(
    name = "run",
    description = "Runs the kiosk, full screen.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:closed", "2:it could not start; the sentence says why"})
final class RunCommand implements Callable<Integer> {
  private static final double WINDOW_SHARE = 0.85;

  /** Where in the data folder a recording has a record of its own. */
  static final String DEMONSTRATION = "demonstration";

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--camera",
      paramLabel = "SPEC",
      description = CameraChoice.GRAMMAR + "; by default what kiosk-config says.")
  private Optional<CameraChoice> camera = Optional.empty();

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--role",
      description =
          "kiosk takes photos, tickets gives numbers, board shows who is called, console is"
              + " for the staff; by default"
              + " ${DEFAULT-VALUE}.")
  private Role role = Role.KIOSK;

  @Option(names = "--windowed", description = "In a window that can be closed.")
  private boolean windowed;

  @Override
  public Integer call() throws Exception {
    KioskConfig read = config.read();
    if (Display.isHeadless()) {
      throw new Refusal(
          ExitCode.USAGE, "there is no display here; \"kiosk demo\" shows a visit without one");
    }
    return switch (role) {
      case KIOSK -> kiosk(read);
      case TICKETS, BOARD -> screen(read);
      case CONSOLE -> console(read);
    };
  }

  private int screen(KioskConfig read) throws Exception {
    if (!read.kiosk().queue().tickets()) {
      throw new Refusal(ExitCode.USAGE, "kiosk.toml says tickets = false under [queue]");
    }
    Clock clock = Clock.system(read.kiosk().timeZone());
    Path folder = data.in(read);
    try (DataDirLock _ = DataDirLock.take(role.lockedIn(folder))) {
      Display.start();
      CountDownLatch closed = new CountDownLatch(1);
      try (HallScreen screen = new HallScreen(read, folder, clock)) {
        Display.make(
            () ->
                show(
                    role == Role.BOARD ? screen.board(read) : screen.tickets(read, folder),
                    role == Role.BOARD ? 16.0 / 9 : 9.0 / 16,
                    closed));
        closed.await();
      }
      return ExitCode.OK;
    } catch (StorageTrouble trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
  }

  private int console(KioskConfig read) throws Exception {
    Clock clock = Clock.system(read.kiosk().timeZone());
    Path folder = data.in(read);
    try (DataDirLock _ = DataDirLock.take(role.lockedIn(folder))) {
      Display.start();
      CountDownLatch closed = new CountDownLatch(1);
      try (ConsoleRoom room = new ConsoleRoom(read, folder, clock)) {
        Display.make(() -> show(room.view(), 16.0 / 9, closed));
        closed.await();
      }
      return ExitCode.OK;
    } catch (StorageTrouble trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
  }

  private int kiosk(KioskConfig read) throws Exception {
    CameraChoice choice =
        Cameras.choose(camera.orElse(read.kiosk().camera()), Home.demonstrationClip());
    boolean demonstration = choice instanceof CameraChoice.Replay;
    Path cases = data.in(read);
    // Slips of a recording must never stand among those of people.
    Path folder = demonstration ? cases.resolve(DEMONSTRATION) : cases;
    Clock clock = Clock.system(read.kiosk().timeZone());
    try (DataDirLock _ = DataDirLock.take(folder)) {
      Display.start();
      CountDownLatch closed = new CountDownLatch(1);
      try (Hall hall = Display.make(() -> open(read, choice, clock, closed))) {
        hall.start(read, folder, clock);
        closed.await();
      }
      return ExitCode.OK;
    } catch (StorageTrouble trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
  }

  private Hall open(KioskConfig read, CameraChoice choice, Clock clock, CountDownLatch closed) {
    Hall hall = new Hall(read, Cameras.apart(choice), choice instanceof CameraChoice.Replay, clock);
    show(hall.door(read, clock), 9.0 / 16, closed);
    return hall;
  }

  private Stage show(Parent view, double shape, CountDownLatch closed) {
    if (!windowed) {
      return KioskWindow.fullScreen(view);
    }
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    double height = Math.min(screen.getHeight(), screen.getWidth() / shape) * WINDOW_SHARE;
    return KioskWindow.window(view, height * shape, height, closed::countDown);
  }
}
