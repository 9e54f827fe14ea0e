package org.huizhi.camera;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a lamp as it is wanted, on a thread of its own; one that went away is opened again with a
 * growing pause. Nothing waits for it: without its lamp the kiosk goes on in the light of the hall.
 */
public final class LampSwitch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LampSwitch.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
  private static final Duration LAST_WORD = Duration.ofSeconds(2);

  /** Opens the lamp. */
  public interface Opening {
    Lamp open() throws IOException;
  }

  private final Opening opening;
  private final ScheduledExecutorService thread =
      new ScheduledThreadPoolExecutor(
          1, task -> Thread.ofPlatform().name("lamp").daemon().unstarted(task));
  private boolean wanted;
  private boolean shines;
  private @Nullable Lamp lamp;
  private @Nullable ScheduledFuture<?> again;
  private Duration pause = FIRST_PAUSE;

  public LampSwitch(Opening opening) {
    this.opening = opening;
  }

  /** Whether it is to shine; from any thread. */
  public void want(boolean on) {
    thread.execute(
        () -> {
          wanted = on;
          set();
        });
  }

  private void set() {
    try {
      Lamp open = lamp == null ? opening.open() : lamp;
      if (lamp == null || shines != wanted) {
        lamp = open;
        open.shine(wanted);
        shines = wanted;
      }
      pause = FIRST_PAUSE;
    } catch (IOException gone) {
      LOG.warn("the lamp cannot be switched: {}", gone.getMessage());
      drop();
      tryAgain();
    }
  }

  private void tryAgain() {
    if (again != null) {
      again.cancel(false);
    }
    if (!thread.isShutdown()) {
      again = thread.schedule(this::set, pause.toMillis(), TimeUnit.MILLISECONDS);
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
  }

  private void drop() {
    if (lamp != null) {
      lamp.close();
      lamp = null;
    }
  }

  /** Switches it off. */
  @Override
  public void close() {
    want(false);
    var last = thread.submit(this::drop);
    thread.shutdown();
    try {
      var _ = last.get(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException stuck) {
      LOG.warn("the lamp may still shine", stuck);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
