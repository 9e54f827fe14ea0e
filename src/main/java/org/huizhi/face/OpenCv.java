package org.huizhi.face;

/** Loads OpenCV's native library, once a process. Every program and test that uses it asks here. */
public final class OpenCv {
  private OpenCv() {}

  /** Loads the library; later calls do nothing. */
  public static synchronized void load() {
    nu.pattern.OpenCV.loadLocally();
  }
}
