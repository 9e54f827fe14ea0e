package org.huizhi.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.huizhi.config.KioskConfig;

/** Where the program's own folder is and where it may put what it can make again. */
final class Home {
  private Home() {}

  /** The folder with bin, lib and kiosk-config, as the start script says; else the current one. */
  static Path folder() {
    return Path.of(System.getProperty("huizhi.home", "."));
  }

  /** Converted models and native libraries, which are made again when they are missing. */
  static Path cache() {
    String set = System.getenv("XDG_CACHE_HOME");
    Path caches =
        set == null || set.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(set);
    return caches.resolve("huizhi");
  }

  /** Where this kiosk keeps cases and keys. */
  static Path data(KioskConfig config) {
    Path data = config.kiosk().data();
    return data.startsWith("~")
        ? Path.of(System.getProperty("user.home")).resolve(Path.of("~").relativize(data))
        : data;
  }

  /** The clip that stands in for a missing camera; not in every package. */
  static Optional<Path> demonstrationClip() {
    return Optional.of(folder().resolve("demo/franck.mp4")).filter(Files::isRegularFile);
  }
}
