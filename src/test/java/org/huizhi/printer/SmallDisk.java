package org.huizhi.printer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk that is soon full. Only root on Linux may mount one: elsewhere the test is skipped. */
public final class SmallDisk implements AutoCloseable {
  private final Path path;

  private SmallDisk(Path path) {
    this.path = path;
  }

  /** Mounts {@code size} (such as 256k) of memory below {@code dir}, or skips the calling test. */
  public static SmallDisk mount(Path dir, String size) throws IOException {
    Path path = Files.createDirectory(dir.resolve("small-disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", path.toString()),
        "SKIPPED: a small disk can only be mounted by root on Linux");
    return new SmallDisk(path);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    run("umount", path.toString());
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue() == 0;
    } catch (IOException e) {
      return false; // there is no such command here
    }
  }
}
