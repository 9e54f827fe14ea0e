package org.huizhi.camera.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.huizhi.camera.Camera;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.CameraTrouble;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Recorded pictures as a camera, over and over: for demonstrations, tests and measurements. It is
 * part of the product, not a test's fake.
 */
public final class ReplayCamera implements Camera {
  private static final long SECOND = 1_000_000_000;

  /** Whoever comes late finds so many pictures, as with a driver (OpenCV asks V4L2 for four). */
  private static final long KEPT = 4;

  private final Path source;
  private final Recording recording;
  private final int widthPx;
  private final int fps;
  private final Faults faults;
  private final Spoiler spoiler = new Spoiler();
  private final Mat recorded = new Mat();
  private long dueNanos = System.nanoTime();
  private volatile boolean aborted;

  /**
   * @param widthPx scaled to this width; 0 keeps the recorded size
   * @param fps as {@link CameraChoice.Replay#fps}
   */
  public ReplayCamera(Path source, int widthPx, int fps, Faults faults) throws CameraTrouble {
    this.source = source;
    this.widthPx = widthPx;
    this.fps = fps;
    this.faults = faults;
    if (!Files.exists(source)) {
      throw new CameraTrouble(CameraTrouble.Kind.ABSENT, "there is no recording " + source);
    }
    refuseIfUnplugged();
    recording = Recording.of(source);
  }

  @Override
  public String name() {
    return "replay of " + source.getFileName();
  }

  @Override
  public boolean isDemonstration() {
    return true;
  }

  @Override
  public boolean isOnePicture() {
    return recording.isOnePicture();
  }

  @Override
  public void read(Mat into) throws CameraTrouble {
    if (widthPx == 0 && faults.equals(Faults.NONE)) {
      waitForTurn(next(into));
    } else {
      readWorse(into);
    }
  }

  private void readWorse(Mat into) throws CameraTrouble {
    refuseIfUnplugged();
    Optional<Fault> fault = faults.now();
    if (fault.filter(Fault.STALL::equals).isPresent()) {
      stall();
    }
    Duration shown = Duration.ofMillis(40);
    if (fault.filter(Fault.FREEZE::equals).isEmpty() || recorded.empty()) {
      shown = next(recorded);
    }
    scale(into);
    fault.ifPresent(now -> spoiler.spoil(now, into));
    if (fault.filter(Fault.SLOW::equals).isPresent()) {
      LockSupport.parkNanos(Duration.ofMillis(333).toNanos());
    } else {
      waitForTurn(shown);
    }
  }

  private Duration next(Mat into) throws CameraTrouble {
    Optional<Duration> shown = recording.next(into);
    if (shown.isEmpty()) {
      recording.rewind();
      shown = recording.next(into);
    }
    return shown.orElseThrow(
        () -> new CameraTrouble(CameraTrouble.Kind.FAILING, source + " holds no picture"));
  }

  @Override
  public void abort() {
    aborted = true;
  }

  @Override
  public void close() {
    recording.close();
    recorded.release();
    spoiler.close();
  }

  private void scale(Mat into) {
    if (widthPx == 0 || widthPx == recorded.cols()) {
      recorded.copyTo(into);
      return;
    }
    double scale = (double) widthPx / recorded.cols();
    Size size = new Size(widthPx, Math.round(recorded.rows() * scale));
    Imgproc.resize(
        recorded, into, size, 0, 0, scale < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC);
  }

  private void refuseIfUnplugged() throws CameraTrouble {
    if (faults.unplugged()) {
      throw new CameraTrouble(CameraTrouble.Kind.ABSENT, name() + " is unplugged");
    }
  }

  /** As a stalled driver does, this opening never comes back to life. */
  private void stall() throws CameraTrouble {
    while (!aborted && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    throw new CameraTrouble(CameraTrouble.Kind.STALLED, name() + " has stalled");
  }

  private void waitForTurn(Duration shown) {
    if (fps == CameraChoice.Replay.FASTEST) {
      return;
    }
    long step = fps == CameraChoice.Replay.OWN_PACE ? shown.toNanos() : SECOND / fps;
    dueNanos = Math.max(dueNanos, System.nanoTime() - KEPT * step);
    while (dueNanos - System.nanoTime() > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(dueNanos - System.nanoTime());
    }
    dueNanos += step;
  }
}
