package org.huizhi.spec;

/** What the finished JPEG file may weigh, in bytes, and the least JPEG quality (1 to 100). */
public record FileWindow(Range bytes, int leastQuality) {}
