package org.huizhi.check;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import org.opencv.core.Core;

/**
 * Lets a thread give way: where the processors are too few, the picture of the live view must still
 * move smoothly, and a verdict may come a little later.
 */
@SuppressWarnings("restricted") // the start script allows native access
final class Courtesy {
  /** Weighs a third of the others, by the kernel's table of weights. */
  private static final int NICE = 5;

  private static final int A_PROCESS = 0;
  private static final int THE_CALLER = 0;

  private Courtesy() {}

  /** The calling thread, and those that it starts, give way from now on. */
  @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it but how smooth the picture is
  static void giveWay() {
    Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
    if (System.getProperty("os.name", "").equals("Linux")) {
      giveWayOnLinux(); // where Java's priorities mean nothing, and each thread has its own
      // niceness
    }
  }

  /** OpenCV's nets take all processors; while a picture moves on the screen, all but one. */
  static void leaveOneProcessor(boolean leave) {
    int all = Runtime.getRuntime().availableProcessors();
    Core.setNumThreads(leave ? Math.max(1, all - 1) : all);
  }

  private static void giveWayOnLinux() {
    Linker linker = Linker.nativeLinker();
    ValueLayout.OfInt number = ValueLayout.JAVA_INT;
    try {
      int ignored =
          (int)
              linker
                  .downcallHandle(
                      linker.defaultLookup().findOrThrow("setpriority"),
                      FunctionDescriptor.of(number, number, number, number))
                  .invokeExact(A_PROCESS, THE_CALLER, NICE);
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
