package org.huizhi.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Processor time used so far, which tells what a picture costs even on a busy machine.
 *
 * @param ofAll nanoseconds of the whole process, its native threads too
 * @param ofThreads nanoseconds by the thread's name
 */
record Work(long atNanos, long ofAll, Map<String, Long> ofThreads) {
  Work {
    ofThreads = Map.copyOf(ofThreads);
  }

  static Work now() {
    Map<String, Long> times = new HashMap<>();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null) {
        times.merge(
            thread.getThreadName(), threads.getThreadCpuTime(thread.getThreadId()), Long::sum);
      }
    }
    long all =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getProcessCpuTime()
            : 0;
    return new Work(System.nanoTime(), all, times);
  }

  /** What pictures and verdicts took meanwhile. */
  String to(Work later, long pictures, long verdicts) {
    return String.format(
        Locale.ROOT,
        "processors busy %.2f of %d; a picture takes %.1f ms to read, %.1f ms to show and %.1f ms"
            + " to render, a verdict %.1f ms, and native helpers of theirs",
        (double) (later.ofAll - ofAll) / (later.atNanos - atNanos),
        Runtime.getRuntime().availableProcessors(),
        millis(later, "camera", pictures),
        millis(later, "JavaFX Application Thread", pictures),
        millis(later, "QuantumRenderer-0", pictures),
        millis(later, "judge", verdicts));
  }

  private double millis(Work later, String thread, long count) {
    long spent = later.ofThreads.getOrDefault(thread, 0L) - ofThreads.getOrDefault(thread, 0L);
    return spent / 1e6 / Math.max(1, count);
  }
}
