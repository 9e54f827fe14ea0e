package org.huizhi.camera;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.opencv.core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one camera open and its newest frame in the slot. When pictures stop, it opens the camera
 * anew, after 2 s, then 4, 8, 16, at last every 20. Two threads of its own: one reads, and one
 * watches it, since a stalled driver may never return; such a reader is left behind.
 */
public final class CameraLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CameraLoop.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  /** Longer than a slow camera's first picture takes, shorter than an applicant's patience. */
  private static final Duration OLDEST_FRAME = Duration.ofSeconds(3);

  private static final Duration OPENING_PATIENCE = Duration.ofSeconds(25);

  private final CameraChoice choice;
  private final LatestFrame latest;
  private final Consumer<CameraState> told;
  private final Thread watcher = new Thread(this::watch, "camera-watcher");
  private volatile Reader reader = new Reader();
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * @param told hears every change of state, on a thread of this loop
   */
  public CameraLoop(CameraChoice choice, LatestFrame latest, Consumer<CameraState> told) {
    this.choice = choice;
    this.latest = latest;
    this.told = told;
    watcher.setDaemon(true);
  }

  /** Starts both threads. */
  public void start() {
    watcher.start();
  }

  /** Stops reading and closes the camera; waits at most two seconds for it. */
  @Override
  public void close() {
    closing.countDown();
    reader.leave();
    try {
      watcher.join(2000);
      reader.thread.join(2000);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    Duration pause = FIRST_PAUSE;
    while (!isClosed()) {
      told.accept(new CameraState.Opening());
      reader = new Reader();
      reader.thread.start();
      boolean gavePictures = awaitEndOf(reader);
      reader.leave();
      if (isClosed()) {
        return;
      }
      CameraTrouble trouble = reader.trouble;
      if (trouble == null) {
        trouble = new CameraTrouble(CameraTrouble.Kind.FAILING, "the camera has stalled");
      }
      LOG.warn("camera lost: {}", trouble.getMessage());
      told.accept(new CameraState.Lost(trouble.kind(), String.valueOf(trouble.getMessage())));
      pause = gavePictures ? FIRST_PAUSE : pause;
      rest(pause);
      pause = longer(pause);
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  /** Waits until the reader has ended or stalled; true when it gave pictures before that. */
  private boolean awaitEndOf(Reader current) {
    long opened = System.nanoTime();
    while (!isClosed() && current.thread.isAlive()) {
      rest(Duration.ofMillis(250));
      long newest = current.newestNanos;
      long age = System.nanoTime() - (newest == 0 ? opened : newest);
      if (age > (newest == 0 ? OPENING_PATIENCE : OLDEST_FRAME).toNanos()) {
        break;
      }
    }
    return current.newestNanos != 0;
  }

  /** Waits so long, or until the loop is closed. */
  private void rest(Duration time) {
    try {
      boolean ignored = closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      closing.countDown();
    }
  }

  private boolean isClosed() {
    return closing.getCount() == 0;
  }

  /** Reads one opening of the camera until it fails or is left. */
  private final class Reader {
    final Thread thread = new Thread(this::run, "camera");
    volatile long newestNanos;
    volatile @org.jspecify.annotations.Nullable CameraTrouble trouble;
    private volatile boolean left;

    Reader() {
      thread.setDaemon(true);
    }

    void leave() {
      left = true;
    }

    private void run() {
      Mat picture = new Mat();
      try (Camera camera = choice.open()) {
        while (!left) {
          camera.read(picture);
          if (!left) {
            latest.put(picture);
            if (newestNanos == 0) {
              told.accept(new CameraState.Running(camera.name(), camera.isDemonstration()));
            }
            newestNanos = System.nanoTime();
          }
        }
      } catch (CameraTrouble gone) {
        trouble = gone;
      } catch (RuntimeException broken) {
        // a driver's own mistake is one more way of losing a camera
        trouble = new CameraTrouble(CameraTrouble.Kind.FAILING, "the driver failed", broken);
      } finally {
        picture.release();
      }
    }
  }
}
