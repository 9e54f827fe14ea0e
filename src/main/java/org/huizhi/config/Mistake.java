package org.huizhi.config;

import java.nio.file.Path;

/**
 * One mistake in a file of {@code kiosk-config}.
 *
 * @param line from 1
 * @param sentence what is wrong and what would be right
 */
public record Mistake(Path file, int line, String sentence) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + sentence;
  }
}
