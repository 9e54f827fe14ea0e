package org.huizhi.storage;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who wait for changes that there are some, soon after they are stored. Not in the
 * transaction that stores them: PostgreSQL lets one transaction that notifies commit at a time, so
 * that the whole hall would queue for it. What a crash in between leaves untold, displays find by
 * themselves; they look every few seconds. Any thread.
 */
final class Teller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
  private static final long LEAST_PAUSE_NANOS = 100_000_000;

  /** A notice need not survive a power cut: its transaction does not wait for the disk. */
  private static final String TELL =
      "select pg_notify('" + Changes.CHANNEL + "', ''), " + Serials.WITHOUT_WAITING;

  private final Database database;
  private final AtomicBoolean due = new AtomicBoolean();
  private final ReentrantLock telling = new ReentrantLock();
  private boolean closed;
  private volatile long told = System.nanoTime() - LEAST_PAUSE_NANOS;

  Teller(Database database) {
    this.database = database;
  }

  /** Returns at once; many changes within a moment are told once. */
  void tell() {
    if (due.compareAndSet(false, true)) {
      Thread.ofVirtual().name("teller").start(this::send);
    }
  }

  private void send() {
    try {
      TimeUnit.NANOSECONDS.sleep(told + LEAST_PAUSE_NANOS - System.nanoTime());
      told = System.nanoTime();
      due.set(false); // what comes from now on is told by the next
      telling.lock();
      try {
        if (!closed) {
          database.read(
              "Telling of a change", handle -> Named.of(TELL).first(handle, Map.of(), _ -> true));
        }
      } finally {
        telling.unlock();
      }
    } catch (StorageTrouble trouble) {
      LOG.debug("a change was not told: {}", trouble.getMessage());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends what is being told; nothing is told any more. */
  @Override
  public void close() {
    telling.lock();
    try {
      closed = true;
    } finally {
      telling.unlock();
    }
  }
}
