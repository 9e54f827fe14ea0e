package org.huizhi.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.huizhi.camera.Frame;
import org.huizhi.camera.LatestFrame;
import org.huizhi.face.FaceReader;
import org.huizhi.face.Sighting;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges live frames on a thread of its own: always the newest, none twice. It rests until {@link
 * #guide} and after {@link #rest}. While it guides it keeps the last few pictures, each with the
 * verdict on itself, from which {@link #burst} takes the best.
 *
 * <p>Every public method may be called from any thread.
 */
public final class JudgeLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JudgeLoop.class);

  /**
   * How long the loop holds its lock while it waits for a frame: others wait no longer than this.
   */
  private static final Duration PATIENCE = Duration.ofMillis(30);

  /** A judge that fails on every frame says so once a second, not thirty times. */
  private static final Duration AFTER_MISTAKE = Duration.ofSeconds(1);

  /** Mistakes in a row after which nobody is being guided any more. */
  private static final int AGAIN_AND_AGAIN = 3;

  /** Pictures kept while guiding: about a third of a second before the shot and as much after. */
  private static final int KEPT = 8;

  /** What is being guided, and who is told when every rule has held. */
  private record Task(Judge judge, Runnable heldStill) {}

  private final LatestFrame frames;
  private final LiveJudge live;
  private final LongSupplier nanos;
  private final AtomicReference<Optional<Guidance>> newest =
      new AtomicReference<>(Optional.empty());
  private final List<KeptShot> kept = new ArrayList<>();
  private final Mat picture = new Mat();
  private final Thread thread;

  /** Fair, for the loop takes it again at once and would starve those who ask. */
  private final ReentrantLock lock = new ReentrantLock(true);

  private final Condition changed = lock.newCondition();
  private Frame seen = Frame.NONE;
  private @Nullable Task task;
  private boolean told;
  private long judgedFrames;
  private int mistakesInARow;
  private volatile boolean failing;
  private volatile boolean closing;

  /**
   * @param reader used on this loop's thread alone from now on; closed by its owner, after the loop
   * @param outlines asked on this loop's thread alone; closed by its owner, after the loop
   * @param nanos the clock, as {@link System#nanoTime}
   */
  public JudgeLoop(LatestFrame frames, FaceReader reader, Outlines outlines, LongSupplier nanos) {
    this.frames = frames;
    this.live = new LiveJudge(reader, outlines);
    this.nanos = nanos;
    this.thread = Thread.ofPlatform().name("judge").daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** As {@link #guide(Judge, Duration, Runnable)} with the usual time to hold still. */
  public void guide(Judge judge, Runnable heldStill) {
    guide(judge, Steadiness.Times.USUAL.toShoot(), heldStill);
  }

  /**
   * Judges frames from now on; what was kept before is dropped.
   *
   * @param hold how long every rule must hold before the shot
   * @param heldStill called once, on the judge's thread, when every rule has held long enough
   */
  public void guide(Judge judge, Duration hold, Runnable heldStill) {
    locked(
        () -> {
          drop();
          Courtesy.leaveOneProcessor(true);
          live.toShoot(hold);
          task = new Task(judge, heldStill);
        });
  }

  /** Stops judging; drops and blackens every picture, verdict and track of the person. */
  public void rest() {
    locked(
        () -> {
          task = null;
          Courtesy.leaveOneProcessor(false);
          drop();
        });
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void drop() {
    kept.forEach(KeptShot::close);
    kept.clear();
    live.forget();
    told = false;
    newest.set(Optional.empty());
    picture.setTo(Scalar.all(0));
  }

  /** What is said of the newest judged frame; empty while the loop rests or sees no frame. */
  public Optional<Guidance> newest() {
    return newest.get();
  }

  /** Whether the last frames could not be judged, one after the other. */
  public boolean isFailing() {
    return failing;
  }

  /**
   * The best of the frames kept since {@link #guide}, and of a few more: one that passes if there
   * is any. Each is judged by its own pixels. It is the caller's and no longer the loop's.
   *
   * @param span how long to go on judging first; zero takes what there is
   * @return a shot that the caller closes; empty when no frame was judged, or the loop rests
   */
  public Optional<KeptShot> burst(Duration span) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = span.toNanos();
      long enough = judgedFrames + KEPT / 2;
      while (task != null && judgedFrames < enough && left > 0) {
        left = changed.awaitNanos(left);
      }
      Task now = task;
      if (now == null) {
        return Optional.empty();
      }
      if (!kept.isEmpty()) {
        live.lookAgain(kept.getLast());
      }
      kept.replaceAll(shot -> shot.with(live.judgeWhole(now.judge(), shot)));
      Optional<KeptShot> best =
          kept.stream().max(Comparator.comparing(KeptShot::verdict, FrameRank.BEST_LAST));
      best.ifPresent(kept::remove);
      return best;
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    Courtesy.giveWay();
    while (!closing) {
      try {
        step();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | Error mistake) {
        LOG.error("A frame could not be judged.", mistake);
        failing = ++mistakesInARow >= AGAIN_AND_AGAIN;
        LockSupport.parkNanos(AFTER_MISTAKE.toNanos());
      }
    }
  }

  /** Waits for a newer frame and judges it. */
  void step() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (task == null) {
        changed.await();
      }
      Task now = task;
      Frame frame = frames.await(seen, picture, PATIENCE);
      if (frame.number() != seen.number()) {
        seen = frame;
        judge(now, frame);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void judge(Task now, Frame frame) {
    Guidance guidance = live.judge(now.judge(), picture, frame, nanos.getAsLong());
    mistakesInARow = 0;
    failing = false;
    judgedFrames++;
    keep(frame, guidance.sighting(), guidance.exact());
    newest.set(Optional.of(guidance));
    if (guidance.held() >= 1 && !told) {
      told = true;
      now.heldStill().run();
    }
  }

  /** The oldest picture's memory takes the new one. */
  private void keep(Frame frame, Sighting sighting, Verdict verdict) {
    Mat room = kept.size() < KEPT ? new Mat() : kept.removeFirst().bgr();
    picture.copyTo(room);
    kept.add(new KeptShot(room, frame, sighting, verdict));
  }

  /** Ends the thread and forgets; returns when it has ended. */
  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    rest();
    picture.release();
    live.close();
  }
}
