package org.huizhi.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What this process holds; native memory and handles only where the system tells (Linux).
 *
 * @param heapMb used after a collection
 * @param residentMb all memory of the process
 */
record Memory(double heapMb, double residentMb, long threads, long handles) {
  private static final double MB = 1024 * 1024;

  static Memory now() {
    System.gc(); // finds what native memory is nobody's any more, and
    System.gc(); // once that was given back, what is left
    return new Memory(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MB,
        resident(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        openHandles());
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
