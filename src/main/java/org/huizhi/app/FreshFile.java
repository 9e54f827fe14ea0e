package org.huizhi.app;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ExitCode;

/** A file that a command is to write: a forgotten or mistyped one is somebody's picture. */
final class FreshFile {
  private FreshFile() {}

  /**
   * Refuses a file that is there already, and one whose folder cannot be written.
   *
   * @return the same file
   */
  static Path of(Path file) throws Refusal {
    if (Files.exists(file)) {
      throw new Refusal(ExitCode.USAGE, file + " is there already and would be overwritten");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isWritable(folder)) {
      throw new Refusal(ExitCode.USAGE, file + ": its folder is not to be written");
    }
    return file;
  }
}
