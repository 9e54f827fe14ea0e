package org.huizhi.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Plays each clip until the test lets go of it, and tells whether it was to go on then. */
final class HeldSpeaker implements Loudspeaker {
  private static final int SECONDS = 30;

  private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
  private final BlockingQueue<Boolean> wentOn = new LinkedBlockingQueue<>();
  private final Semaphore held = new Semaphore(0);
  private final AtomicInteger atOnce = new AtomicInteger();
  private volatile boolean overlapped;

  @Override
  public void play(byte[] wav, double gain, BooleanSupplier goOn) throws IOException {
    overlapped |= atOnce.incrementAndGet() > 1;
    begun.add(new String(wav, StandardCharsets.UTF_8) + "@" + gain);
    held.acquireUninterruptibly();
    atOnce.decrementAndGet();
    wentOn.add(goOn.getAsBoolean());
  }

  /** Waits for the next clip to begin. */
  void hears(String clip) throws InterruptedException {
    assertEquals(clip, begun.poll(SECONDS, TimeUnit.SECONDS));
  }

  /** Lets the clip end; tells whether it might have gone on. */
  boolean letGo() throws InterruptedException {
    held.release();
    return Objects.requireNonNull(wentOn.poll(SECONDS, TimeUnit.SECONDS));
  }

  void heardNothingElse() {
    assertTrue(begun.isEmpty(), begun::toString);
    assertTrue(!overlapped, "two clips at once");
  }
}
