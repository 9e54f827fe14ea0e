package org.huizhi.centre;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** A line between two programs that keeps every byte, and that can be cut where it hurts. */
final class Wire implements AutoCloseable {
  private final ServerSocket entry;
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private final Random chance = new Random(11);
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile int target;
  private volatile boolean cutting;

  Wire() throws IOException {
    entry = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return entry.getLocalPort();
  }

  /** Where calls go from now on; 0 for nowhere. */
  void lead(int port) {
    target = port;
  }

  /** Whether calls break off somewhere: in the handshake, the question or the answer. */
  void cut(boolean cut) {
    cutting = cut;
  }

  int cuts() {
    return cuts.get();
  }

  byte[] bytes() {
    synchronized (seen) {
      return seen.toByteArray();
    }
  }

  private void accept() {
    while (!entry.isClosed()) {
      try {
        Socket caller = entry.accept();
        Optional<Socket> reached = reach();
        if (reached.isEmpty()) {
          caller.close();
          continue;
        }
        Socket called = reached.get();
        int limit;
        synchronized (chance) {
          limit = cutting ? 200 + chance.nextInt(8_000) : Integer.MAX_VALUE;
        }
        AtomicInteger left = new AtomicInteger(limit);
        Thread.ofVirtual().start(() -> carry(caller, called, left));
        Thread.ofVirtual().start(() -> carry(called, caller, left));
      } catch (IOException closing) {
        // or a caller who is gone
      }
    }
  }

  private Optional<Socket> reach() {
    try {
      return Optional.of(new Socket(InetAddress.getLoopbackAddress(), target));
    } catch (IOException nobodyThere) {
      return Optional.empty();
    }
  }

  private void carry(Socket from, Socket to, AtomicInteger left) {
    byte[] some = new byte[4096];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(some); count > 0; count = in.read(some)) {
        synchronized (seen) {
          seen.write(some, 0, count);
        }
        if (left.addAndGet(-count) < 0) {
          cuts.incrementAndGet();
          return;
        }
        out.write(some, 0, count);
        out.flush();
      }
    } catch (IOException broken) {
      // both ends see it
    }
  }

  @Override
  public void close() throws IOException {
    entry.close();
  }
}
