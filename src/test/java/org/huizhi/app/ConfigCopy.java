package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The packaged configuration in a folder of its own, to be changed. */
final class ConfigCopy {
  private final Path folder;

  ConfigCopy(Path folder) throws IOException {
    this.folder = folder;
    Path packaged = Path.of("kiosk-config");
    try (Stream<Path> files = Files.walk(packaged)) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(packaged.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  /** Puts one text in the place of another, which must be there. */
  ConfigCopy change(String file, String old, String fresh) throws IOException {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertTrue(text.contains(old), file + " says something else now");
    Files.writeString(path, text.replace(old, fresh));
    return this;
  }
}
