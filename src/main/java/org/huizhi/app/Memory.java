package org.huizhi.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What this process holds; native memory and handles only where the system tells (Linux).
 *
 * @param heapMb used after a collection
 * @param residentMb all memory of the process
 */
record Memory(double heapMb, double residentMb, long threads, long handles) {
  private static final double MB = 1024 * 1024;
  private static final int LOOKS = 8;
  private static final Duration PAUSE = Duration.ofMillis(700);

  static Memory now() {
    System.gc(); // finds what native memory is nobody's any more, and
    System.gc(); // once that was given back, what is left
    return new Memory(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MB,
        resident(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        openHandles());
  }

  /**
   * What it holds at rest: the least of some looks, for a picture that is under way, or code that
   * is being compiled, is more than the growth that is looked for.
   */
  static Memory atRest() throws InterruptedException {
    Memory least = now();
    for (int i = 1; i < LOOKS; i++) {
      Thread.sleep(PAUSE);
      Memory again = now();
      least =
          new Memory(
              Math.min(least.heapMb, again.heapMb),
              Math.min(least.residentMb, again.residentMb),
              Math.min(least.threads, again.threads),
              Math.min(least.handles, again.handles));
    }
    return least;
  }

  /** Both and the growth between them. */
  String to(Memory later) {
    return String.join(
        ", ",
        pair("heap MB", heapMb, later.heapMb),
        pair("resident MB", residentMb, later.residentMb),
        pair("threads", (double) threads, (double) later.threads),
        pair("handles", (double) handles, (double) later.handles));
  }

  /**
   * How each grew from the first look to the last, in per cent of its mean, by the straight line
   * that fits best through all: between two looks alone a picture under way counts for more than
   * any growth.
   *
   * @param looks at equal distances in time, two at least
   */
  static String trend(List<Memory> looks) {
    return String.join(
        ", ",
        trend("heap", looks, Memory::heapMb),
        trend("resident", looks, Memory::residentMb),
        trend("threads", looks, Memory::threads),
        trend("handles", looks, Memory::handles));
  }

  private static String trend(String what, List<Memory> looks, ToDoubleFunction<Memory> of) {
    double middle = (looks.size() - 1) / 2.0;
    double mean = looks.stream().mapToDouble(of).average().orElse(0);
    double rise = 0;
    double squares = 0;
    for (int i = 0; i < looks.size(); i++) {
      rise += (i - middle) * of.applyAsDouble(looks.get(i));
      squares += (i - middle) * (i - middle);
    }
    double grown = rise / squares * (looks.size() - 1);
    return String.format(Locale.ROOT, "%s %+.1f %%", what, mean == 0 ? 0 : 100 * grown / mean);
  }

  private static String pair(String what, double before, double after) {
    return String.format(
        Locale.ROOT,
        "%s %.1f → %.1f (%+.1f %%)",
        what,
        before,
        after,
        before == 0 ? 0 : 100 * (after - before) / before);
  }

  private static double resident() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum()
          / 1024.0;
    } catch (IOException elsewhere) {
      return 0;
    }
  }

  private static long openHandles() {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    } catch (IOException elsewhere) {
      return 0;
    }
  }
}
