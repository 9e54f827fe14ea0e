package org.huizhi.camera;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.opencv.core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one camera open and its newest frame in the slot. When its pictures stop or are none worth
 * showing, it says so, watches whether that ends by itself, and opens the camera anew: after 2 s,
 * then 4, 8, 16, at last every 20; at once when a missing device appears. Two threads: one reads,
 * and one watches it, since a stalled driver may never return; such a reader is left behind.
 */
public final class CameraLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CameraLoop.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(100);

  /**
   * The watcher looks every {@link #POLL}: when it comes so late, the whole program stood still,
   * because the machine is full or the garbage collector at work.
   */
  private static final Duration STANDSTILL = Duration.ofMillis(500);

  /** How often it is looked whether a missing device is there again. */
  private static final Duration LOOK = Duration.ofMillis(500);

  /** Windows may take so long to open a camera. */
  private static final Duration OPENING_PATIENCE = Duration.ofSeconds(25);

  /** An opened camera may take so long for its first picture, which WarmUp lets settle. */
  private static final Duration FIRST_PICTURE = Duration.ofSeconds(3);

  /**
   * How long pictures must be good after a loss, so that what is not mended is not shown as such.
   */
  private static final Duration PROBATION = Duration.ofMillis(1200);

  private final CameraChoice choice;
  private final Demand demand;
  private final Upright upright;
  private final LatestFrame latest;
  private final Consumer<CameraState> told;
  private final Thread watcher = new Thread(this::watch, "camera-watcher");
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile CameraReader reader;
  private volatile boolean unseen;

  /**
   * @param told hears every change of state, on a thread of this loop
   */
  public CameraLoop(
      CameraChoice choice,
      Demand demand,
      Upright upright,
      LatestFrame latest,
      Consumer<CameraState> told) {
    this.choice = choice;
    this.demand = demand;
    this.upright = upright;
    this.latest = latest;
    this.told = told;
    this.reader = newReader(Optional.empty());
    watcher.setDaemon(true);
  }

  /** Starts both threads. */
  public void start() {
    watcher.start();
  }

  /**
   * A picture in the camera's largest size, set upright; the live pictures pause for it.
   *
   * @return a Mat that the caller releases; empty where the live pictures are the largest, and when
   *     the camera does not give it in time
   */
  public Optional<Mat> still(Duration patience) throws InterruptedException {
    return reader.still(patience);
  }

  /** Keeps exposure, white balance and focus as they are for a shot, or lets them go on. */
  public void hold(boolean held) {
    reader.hold(held);
  }

  /**
   * Says whether nobody looks at the pictures just now: then ten a second are read, and the
   * processors are left to other work.
   */
  public void unseen(boolean nobodyLooks) {
    unseen = nobodyLooks;
  }

  /** Stops reading and closes the camera; waits at most two seconds for it. */
  @Override
  public void close() {
    closing.countDown();
    reader.leave();
    try {
      watcher.join(2000);
      if (reader.end(Duration.ofSeconds(2))) {
        upright.close();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private CameraReader newReader(Optional<Glance> usual) {
    return new CameraReader(choice, demand, upright, latest, () -> unseen, usual);
  }

  private void watch() {
    Duration pause = FIRST_PAUSE;
    Optional<Glance> usual = Optional.empty();
    boolean lost = false;
    while (!isClosed()) {
      told.accept(new CameraState.Opening());
      reader = newReader(usual);
      reader.start();
      Round round = new Round(reader, pause, lost);
      while (!isClosed() && !round.isOver(System.nanoTime())) {
        rest(POLL);
      }
      reader.leave();
      endOf(reader);
      lost = true;
      pause = round.wasWell() || round.appeared() ? FIRST_PAUSE : longer(pause);
      // Another camera may be plugged in: what the last one gave is no measure for it.
      usual = round.wasAbsent() ? Optional.empty() : reader.usual();
    }
  }

  /** The device must be given back before it is opened anew; a reader that hangs never does. */
  private static void endOf(CameraReader left) {
    try {
      boolean ignored = left.end(Duration.ofSeconds(1));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
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

  /** One opening of the camera, from its start to the time to open it anew. The watcher's. */
  private final class Round {
    private final CameraReader watched;
    private final long began = System.nanoTime();
    private Duration pause;
    private boolean onProbation;
    private Optional<CameraTrouble> trouble = Optional.empty();
    private long illSince;
    private boolean running;
    private long lookedAt = began;
    private boolean wasThere = true;
    private long pollNanos = began;
    private boolean appeared;
    private boolean well;

    Round(CameraReader watched, Duration pause, boolean onProbation) {
      this.watched = watched;
      this.pause = pause;
      this.onProbation = onProbation;
    }

    boolean wasWell() {
      return well;
    }

    /** Whether a device came back that was missing. */
    boolean appeared() {
      return appeared;
    }

    boolean wasAbsent() {
      return trouble.filter(now -> now.kind() == CameraTrouble.Kind.ABSENT).isPresent();
    }

    boolean isOver(long now) {
      if (now - pollNanos > STANDSTILL.toNanos()) {
        watched.stoodStill(now);
      }
      pollNanos = now;
      Optional<CameraTrouble> found = watched.trouble(now).or(() -> slowOpening(now));
      if (found.isPresent()) {
        ill(found.get(), now);
      } else if (watched.isAwake()
          && (!onProbation || watched.awake(now).compareTo(PROBATION) > 0)) {
        well();
      }
      if (trouble.isEmpty()) {
        return false;
      }
      if (watched.hasEnded() && now - lookedAt > LOOK.toNanos()) {
        lookedAt = now;
        boolean there = choice.isThere();
        appeared = there && !wasThere;
        wasThere = there;
      }
      return appeared || now - illSince > pause.toNanos();
    }

    private Optional<CameraTrouble> slowOpening(long now) {
      if (watched.isAwake()) {
        return Optional.empty();
      }
      OptionalLong opened = watched.openedNanos();
      long waited = now - opened.orElse(began);
      Duration patience = opened.isPresent() ? FIRST_PICTURE : OPENING_PATIENCE;
      return waited < patience.toNanos()
          ? Optional.empty()
          : Optional.of(
              new CameraTrouble(
                  CameraTrouble.Kind.STALLED,
                  opened.isPresent()
                      ? "the camera opens and gives no picture"
                      : "the camera does not open"));
    }

    private void ill(CameraTrouble found, long now) {
      if (trouble.filter(before -> before.kind() == found.kind()).isPresent()) {
        return;
      }
      illSince = trouble.isEmpty() ? now : illSince;
      trouble = Optional.of(found);
      running = false;
      LOG.warn("camera lost: {} {}", found.kind(), found.getMessage());
      told.accept(new CameraState.Lost(found.kind(), String.valueOf(found.getMessage())));
    }

    /** A camera that got well by itself keeps its opening. */
    private void well() {
      trouble = Optional.empty();
      onProbation = false;
      pause = FIRST_PAUSE;
      well = true;
      if (!running) {
        running = true;
        told.accept(new CameraState.Running(watched.name(), watched.isDemonstration()));
      }
    }
  }
}
