package org.huizhi.spec;

/** The pixels of the finished photo; {@code dpi} goes into the file's header. */
public record Picture(int widthPx, int heightPx, int dpi) {}
