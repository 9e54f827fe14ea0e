package org.huizhi.camera;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/** Reads one opening of a camera on a thread of its own, until it fails or is left. */
final class CameraReader {
  /** A change to the largest size and back may take so long before silence means anything. */
  private static final Duration STILL_TIME = Duration.ofSeconds(4);

  /**
   * From one picture that nobody looks at to the next: twice as often as the watchdog calls slow.
   */
  private static final Duration UNSEEN = Duration.ofMillis(100);

  private final CameraChoice choice;
  private final Demand demand;
  private final Upright upright;
  private final LatestFrame latest;
  private final BooleanSupplier unseen;
  private final Watchdog dog;
  private final WarmUp warmUp = new WarmUp();
  private final AtomicReference<@Nullable CompletableFuture<Optional<Mat>>> wanted =
      new AtomicReference<>();
  private final Thread thread = new Thread(this::run, "camera");
  private volatile @Nullable Camera open;
  private volatile long openedNanos;
  private volatile @Nullable CameraTrouble trouble;
  private volatile boolean held;
  private volatile boolean left;

  /**
   * @param unseen whether nobody looks at the pictures just now
   * @param usual a size that this camera has given before
   */
  CameraReader(
      CameraChoice choice,
      Demand demand,
      Upright upright,
      LatestFrame latest,
      BooleanSupplier unseen,
      Optional<Glance> usual) {
    this.choice = choice;
    this.demand = demand;
    this.upright = upright;
    this.latest = latest;
    this.unseen = unseen;
    this.dog = new Watchdog(usual);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Why it ended, or what the watchdog says of its pictures. */
  Optional<CameraTrouble> trouble(long now) {
    return Optional.ofNullable(trouble).or(() -> dog.trouble(now));
  }

  /** The whole program stood still until now. */
  void stoodStill(long now) {
    dog.stoodStill(now);
  }

  boolean isAwake() {
    return dog.isAwake();
  }

  Duration awake(long now) {
    return dog.awake(now);
  }

  /** When it was open; empty while it is being opened. */
  OptionalLong openedNanos() {
    return open == null ? OptionalLong.empty() : OptionalLong.of(openedNanos);
  }

  Optional<Glance> usual() {
    return dog.usual();
  }

  boolean hasEnded() {
    return trouble != null;
  }

  String name() {
    Camera camera = open;
    return camera == null ? "camera" : camera.name();
  }

  boolean isDemonstration() {
    Camera camera = open;
    return camera != null && camera.isDemonstration();
  }

  void hold(boolean wish) {
    held = wish;
  }

  Optional<Mat> still(Duration patience) throws InterruptedException {
    CompletableFuture<Optional<Mat>> asked = new CompletableFuture<>();
    wanted.set(asked);
    try {
      return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException none) {
      wanted.compareAndSet(asked, null);
      // It may come in this very moment, and then it is nobody's.
      var _ = asked.thenAccept(late -> late.ifPresent(Blot::out));
      return Optional.empty();
    }
  }

  /** Lets the thread end, also from a read that hangs. */
  void leave() {
    left = true;
    Camera camera = open;
    if (camera != null) {
      camera.abort();
    }
  }

  /** Waits until the thread has ended; false when it did not in time. */
  boolean end(Duration patience) throws InterruptedException {
    return thread.join(patience);
  }

  private void run() {
    try (Camera camera = choice.open(demand);
        Glance.Eye eye = new Glance.Eye()) {
      openedNanos = System.nanoTime();
      open = camera;
      dog.repeats(camera.isOnePicture());
      readAll(camera, eye);
    } catch (CameraTrouble gone) {
      trouble = gone;
    } catch (RuntimeException broken) {
      // a driver's own mistake is one more way of losing a camera
      trouble = new CameraTrouble(CameraTrouble.Kind.FAILING, "the driver failed", broken);
    } finally {
      Optional.ofNullable(wanted.getAndSet(null)).ifPresent(CameraReader::answerNone);
    }
  }

  private void readAll(Camera camera, Glance.Eye eye) throws CameraTrouble {
    Mat raw = new Mat();
    Mat turned = new Mat();
    boolean holds = false;
    try {
      while (!left) {
        long began = System.nanoTime();
        camera.read(raw);
        Glance glance = eye.at(raw);
        if (!camera.isDemonstration() && warmUp.goesOn(glance, System.nanoTime())) {
          continue;
        }
        dog.see(glance, System.nanoTime());
        if (!left) {
          latest.put(upright(raw, turned));
        }
        if (held != holds) {
          holds = held;
          camera.hold(holds);
        }
        Optional.ofNullable(wanted.getAndSet(null)).ifPresent(asked -> take(camera, asked));
        passOver(camera, began + UNSEEN.toNanos());
      }
    } finally {
      Blot.out(raw);
      Blot.out(turned);
    }
  }

  /** Lets the pictures go by that nobody looks at. */
  private void passOver(Camera camera, long untilNanos) throws CameraTrouble {
    while (unseen.getAsBoolean()
        && !left
        && wanted.get() == null
        && untilNanos - System.nanoTime() > 0) {
      if (camera.skip()) {
        dog.arrived(System.nanoTime());
      } else {
        LockSupport.parkNanos(untilNanos - System.nanoTime());
      }
    }
  }

  private Mat upright(Mat raw, Mat turned) {
    if (upright.changesNothing()) {
      return raw;
    }
    upright.set(raw, turned);
    return turned;
  }

  private void take(Camera camera, CompletableFuture<Optional<Mat>> asked) {
    dog.excuse(System.nanoTime() + STILL_TIME.toNanos());
    Mat raw = new Mat();
    try {
      Optional<Mat> taken = Optional.empty();
      if (camera.still(raw)) {
        Mat turned = new Mat();
        upright(raw, turned).copyTo(turned);
        taken = Optional.of(turned);
      }
      if (!asked.complete(taken)) {
        taken.ifPresent(Blot::out);
      }
    } catch (CameraTrouble none) {
      answerNone(asked); // the next read says what is wrong
    } finally {
      Blot.out(raw);
      dog.excuse(System.nanoTime());
    }
  }

  private static void answerNone(CompletableFuture<Optional<Mat>> asked) {
    asked.complete(Optional.empty());
  }
}
