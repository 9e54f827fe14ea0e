package org.huizhi.card;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for cards while somebody is asked for what is on them, on a thread of its own; opens a
 * reader that went away again with a growing pause.
 */
public final class CardWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CardWatch.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  /** Opens the reader. */
  public interface Opening {
    CardReader open() throws IOException;
  }

  private final Opening opening;
  private final Consumer<IdCard> read;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("card").daemon().unstarted(task));
  private volatile boolean wanted;

  /** How often cards have begun to be wanted: one that was read for somebody else is nobody's. */
  private final AtomicInteger wishes = new AtomicInteger();

  private @Nullable CardReader reader;
  private Duration pause = FIRST_PAUSE;

  /**
   * @param read takes each card, on this watch's thread
   */
  public CardWatch(Opening opening, Consumer<IdCard> read) {
    this.opening = opening;
    this.read = read;
  }

  public void start() {
    again(Duration.ZERO);
  }

  /** Whether a card is of use now; cards laid on at other times are left alone. */
  public void want(boolean now) {
    if (now && !wanted) {
      wishes.incrementAndGet();
    }
    wanted = now;
  }

  private void again(Duration after) {
    if (!thread.isShutdown()) {
      var _ = thread.schedule(this::look, after.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    try {
      CardReader open = reader == null ? opening.open() : reader;
      reader = open;
      if (wanted) {
        int wish = wishes.get();
        open.look().filter(_ -> wanted && wishes.get() == wish).ifPresent(read);
      }
      pause = FIRST_PAUSE;
      again(BETWEEN_LOOKS);
    } catch (IOException gone) {
      LOG.warn("the card reader does not answer: {}", gone.getMessage());
      openLater();
    } catch (RuntimeException mistake) {
      // Not its message, which may tell what stands on the card.
      LOG.error("the card reader failed: {}", mistake.getClass().getName());
      openLater();
    }
  }

  private void openLater() {
    drop();
    again(pause);
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }

  private void drop() {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }

  @Override
  public void close() {
    wanted = false;
    thread.execute(this::drop);
    thread.shutdown();
  }
}
