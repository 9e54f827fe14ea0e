package org.huizhi.app;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.CameraLoop;
import org.huizhi.camera.CameraState;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.Demand;
import org.huizhi.camera.Frame;
import org.huizhi.camera.LatestFrame;
import org.huizhi.camera.Upright;
import org.opencv.core.Mat;

/**
 * What a camera proves to give.
 *
 * @param fps measured pictures a second
 */
record TestShot(String camera, int widthPx, int heightPx, double fps) {
  private static final int OPENING_SECONDS = 30;

  /** Long enough for the watchdog to see what is wrong with its pictures. */
  private static final Duration WATCHED = Duration.ofSeconds(2);

  static TestShot take(CameraChoice choice, Demand demand) throws CameraTrouble {
    Mat picture = new Mat();
    try {
      return take(choice, demand, picture);
    } finally {
      picture.release();
    }
  }

  /**
   * Opens a camera as the kiosk does and watches it for two seconds.
   *
   * @param picture filled with its last frame
   */
  static TestShot take(CameraChoice choice, Demand demand, Mat picture) throws CameraTrouble {
    LatestFrame frames = new LatestFrame();
    CompletableFuture<CameraState.Running> running = new CompletableFuture<>();
    CompletableFuture<CameraState.Lost> lost = new CompletableFuture<>();
    Upright asItIs = new Upright(0, Optional.empty());
    try (CameraLoop loop =
        new CameraLoop(choice, demand, asItIs, frames, state -> told(state, running, lost))) {
      loop.start();
      CompletableFuture.anyOf(running, lost).get(OPENING_SECONDS, TimeUnit.SECONDS);
      Frame first = frames.peek();
      Frame newest = first;
      while (newest.nanos() - first.nanos() < WATCHED.toNanos() && !lost.isDone()) {
        newest = frames.await(newest, picture, Duration.ofMillis(500));
      }
      if (lost.isDone()) {
        throw new CameraTrouble(lost.join().kind(), lost.join().message());
      }
      double seconds = (newest.nanos() - first.nanos()) / 1e9;
      return new TestShot(
          running.join().name(),
          picture.cols(),
          picture.rows(),
          (newest.number() - first.number()) / seconds);
    } catch (TimeoutException | ExecutionException late) {
      throw new CameraTrouble(CameraTrouble.Kind.STALLED, "the camera does not open", late);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new CameraTrouble(CameraTrouble.Kind.FAILING, "interrupted", stop);
    } finally {
      frames.forget();
    }
  }

  private static void told(
      CameraState state,
      CompletableFuture<CameraState.Running> running,
      CompletableFuture<CameraState.Lost> lost) {
    switch (state) {
      case CameraState.Opening _ -> {}
      case CameraState.Running now -> running.complete(now);
      case CameraState.Lost now -> lost.complete(now);
    }
  }

  @Override
  public String toString() {
    return "%s, %d×%d at %.0f pictures a second".formatted(camera, widthPx, heightPx, fps);
  }
}
