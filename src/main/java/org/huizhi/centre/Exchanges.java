package org.huizhi.centre;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Runs the exchanges of a server, each on a thread of its own, and ends those that take too long.
 * The server has limits too, but only for all servers of the program at once, and of a unit on
 * which its page and its code do not agree. Any thread.
 */
final class Exchanges implements Executor {
  private final Duration longest;
  private final Semaphore room;

  /**
   * @param longest how long one may take, from the peer's first byte to the answer's last
   * @param atOnce how many may be under way; the server closes the line of one more
   */
  Exchanges(Duration longest, int atOnce) {
    this.longest = longest;
    this.room = new Semaphore(atOnce);
  }

  @Override
  public void execute(Runnable exchange) {
    if (!room.tryAcquire()) {
      throw new RejectedExecutionException("too many peers at once");
    }
    Thread thread = Thread.ofVirtual().name("exchange").start(() -> run(exchange));
    Thread.ofVirtual().name("exchange limit").start(() -> endInTime(thread));
  }

  private void run(Runnable exchange) {
    try {
      exchange.run();
    } finally {
      room.release();
    }
  }

  /** Whoever is interrupted while it waits for a peer has its line closed. */
  private void endInTime(Thread exchange) {
    try {
      if (!exchange.join(longest)) {
        exchange.interrupt();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
