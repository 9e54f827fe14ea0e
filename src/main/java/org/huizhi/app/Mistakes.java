package org.huizhi.app;

import java.util.Locale;

/** Gives each mistake of ours a short code, so that it can be read out on the phone. */
final class Mistakes {
  private Mistakes() {}

  /** The same for the same place in the code, whatever the data: {@code M-} and four hex digits. */
  static String code(Throwable mistake) {
    int hash = 17;
    for (Throwable cause = mistake; cause != null; cause = cause.getCause()) {
      hash = 31 * hash + cause.getClass().getName().hashCode();
      for (StackTraceElement place : cause.getStackTrace()) {
        if (place.getClassName().startsWith("org.huizhi.")) {
          hash = 31 * hash + place.getClassName().hashCode() + place.getMethodName().hashCode();
        }
      }
    }
    return "M-%04X".formatted((hash ^ hash >>> 16) & 0xFFFF).toUpperCase(Locale.ROOT);
  }
}
