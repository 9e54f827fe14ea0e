package org.huizhi.spec;

/** The pixels of the finished photo; {@code dpi} goes into the file's header. */
public record Picture(int widthPx, int heightPx, int dpi) {
  /** More is a slip of the finger: no document asks for a tenth of it. */
  private static final int MOST = 10_000;

  public Picture {
    if (Math.min(widthPx, Math.min(heightPx, dpi)) < 1
        || Math.max(widthPx, Math.max(heightPx, dpi)) > MOST) {
      throw new IllegalArgumentException(
          "a photo needs pixels and dots per inch above 0 and not above " + MOST);
    }
  }
}
