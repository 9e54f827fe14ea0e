package org.huizhi.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import org.huizhi.face.OpenCv;
import picocli.CommandLine.ExitCode;

/** Starts JavaFX, or says in a sentence why it cannot. */
final class Display {
  private Display() {}

  /** True when windows are drawn in memory because there is no display. */
  static boolean isHeadless() {
    return "Monocle".equals(System.getProperty("glass.platform"));
  }

  /** Starts JavaFX, and loads OpenCV meanwhile; call once. */
  static void start() throws Refusal {
    // JavaFX would keep the letters of the texts that it drew, names too, for whoever looks.
    System.setProperty("prism.cacheLayoutSize", "0");
    Thread.ofPlatform().name("loading").daemon().start(OpenCv::load);
    try {
      CountDownLatch started = new CountDownLatch(1);
      Platform.startup(started::countDown);
      Platform.setImplicitExit(false);
      started.await();
    } catch (UnsupportedOperationException
        | ExceptionInInitializerError
        | NoClassDefFoundError no) {
      throw new Refusal(
          ExitCode.USAGE,
          "the display %s does not open; \"env -u DISPLAY kiosk demo\" shows a visit without one"
              .formatted(System.getenv("DISPLAY")));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs something on the JavaFX thread and waits for what it gives. */
  static <T> T make(Callable<T> making) throws Exception {
    FutureTask<T> task = new FutureTask<>(making);
    Platform.runLater(task);
    try {
      return task.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
  }
}
