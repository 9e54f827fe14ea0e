package org.huizhi.spec;

/** The pixels of the finished photo; {@code dpi} goes into the file's header. */
public record Picture(int widthPx, int heightPx, int dpi) {
  public Picture {
    if (widthPx < 1 || heightPx < 1 || dpi < 1) {
      throw new IllegalArgumentException("a photo needs pixels and dots per inch above 0");
    }
  }
}
