package org.huizhi.app;

import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.huizhi.config.KioskConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code kiosk first-screen}: draws the first screen, says so and ends; the bench times it. */
@Command(name = "first-screen", hidden = true, description = "For kiosk bench.")
final class FirstScreenCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Override
  public Integer call() throws Exception {
    KioskConfig read = config.read();
    Display.start();
    CountDownLatch drawn = new CountDownLatch(1);
    Display.make(
        () -> {
          Hall hall =
              new Hall(read, read.kiosk().camera(), false, Clock.system(read.kiosk().timeZone()));
          Stage stage = KioskWindow.fullScreen(hall.view());
          // Shown and laid out; what runs two turns later finds it drawn.
          stage
              .getScene()
              .addPostLayoutPulseListener(
                  () -> Platform.runLater(() -> Platform.runLater(drawn::countDown)));
          Platform.requestNextPulse();
          return stage;
        });
    drawn.await();
    System.out.println("drawn");
    return ExitCode.OK;
  }
}
