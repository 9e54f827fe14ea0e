package org.huizhi.camera;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Recorded pictures as a camera, over and over: for demonstrations, tests and measurements. It is
 * part of the product, not a test's fake.
 */
final class ReplayCamera implements Camera {
  private final Path source;
  private final Recording recording;
  private final int widthPx;
  private final boolean paced;
  private final Mat recorded = new Mat();
  private long dueNanos = System.nanoTime();

  ReplayCamera(Path source, int widthPx, boolean paced) throws CameraTrouble {
    this.source = source;
    this.widthPx = widthPx;
    this.paced = paced;
    if (!Files.exists(source)) {
      throw new CameraTrouble(CameraTrouble.Kind.ABSENT, "there is no recording " + source);
    }
    recording =
        source.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".mp4")
            ? new VideoRecording(source)
            : new PictureRecording(source);
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
  public void read(Mat into) throws CameraTrouble {
    Duration shown = recording.next(recorded);
    if (widthPx == 0 || widthPx == recorded.cols()) {
      recorded.copyTo(into);
    } else {
      double scale = (double) widthPx / recorded.cols();
      Size size = new Size(widthPx, Math.round(recorded.rows() * scale));
      Imgproc.resize(
          recorded, into, size, 0, 0, scale < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_CUBIC);
    }
    if (paced) {
      waitForTurn(shown);
    }
  }

  @Override
  public void close() {
    recording.close();
    recorded.release();
  }

  private void waitForTurn(Duration shown) {
    long now = System.nanoTime();
    if (dueNanos < now - Duration.ofSeconds(1).toNanos()) {
      dueNanos = now; // after a long pause go on from here instead of catching up
    }
    while (dueNanos - System.nanoTime() > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(dueNanos - System.nanoTime());
    }
    dueNanos += shown.toNanos();
  }
}
