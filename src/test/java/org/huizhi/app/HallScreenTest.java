package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.huizhi.config.KioskConfig;
import org.huizhi.printer.FolderPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class HallScreenTest {
  @TempDir Path folder;
  private Stage stage;

  @Start
  void start(Stage window) {
    stage = window;
  }

  /** A real queue, a real {@link FolderPrinter}, and one touch. */
  @Test
  void whoTouchesAKindSeesANumberAndItIsPrinted(FxRobot robot) throws Exception {
    Path config = folder.resolve("config");
    new ConfigCopy(config)
        .change("kiosk.toml", "tickets = false", "tickets = true")
        .change("kiosk.toml", "# printer = \"folder\"", "printer = \"folder\"");
    Path data = folder.resolve("data");
    KioskConfig read = KioskConfig.read(config);
    Clock clock = Clock.fixed(Instant.parse("2026-11-26T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
    try (HallScreen screen = new HallScreen(read, data, clock)) {
      List<Parent> views = new ArrayList<>();
      robot.interact(
          () -> {
            views.add(screen.tickets(read, data));
            stage.setScene(new Scene(new StackPane(views.getFirst()), 1080, 1920));
            stage.show();
          });
      Parent view = views.getFirst();
      robot.interact(() -> ((Button) view.lookup("#take-normal")).fire());
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> isThere(robot, view, "#number"));
      Label number = assertInstanceOf(Label.class, view.lookup("#number"));
      assertEquals("A001", number.getText());
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> printed(data.resolve("slips")) == 1);
    }
  }

  private static boolean isThere(FxRobot robot, Parent view, String id) {
    AtomicBoolean there = new AtomicBoolean();
    robot.interact(() -> there.set(view.lookup(id) != null));
    return there.get();
  }

  private static long printed(Path slips) throws IOException {
    if (!Files.exists(slips)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(slips)) {
      return files.filter(file -> file.toString().endsWith(".pdf")).count();
    }
  }
}
