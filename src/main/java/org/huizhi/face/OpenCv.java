package org.huizhi.face;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads OpenCV's native library, once a process. Every program and test that uses it asks here. */
public final class OpenCv {
  private static final Logger LOG = LoggerFactory.getLogger(OpenCv.class);
  private static final String VERSION = "490";
  private static boolean loaded;

  private OpenCv() {}

  /**
   * Loads the library; later calls do nothing. Unpacking its 65 MB takes longer than all the rest
   * of a start, so it is kept unpacked in the user's own cache folder, under its checksum in the
   * jar. Where that does not work it is unpacked into a temporary folder, as its package does by
   * itself.
   */
  @SuppressWarnings("restricted") // the start script allows native access
  public static synchronized void load() {
    if (loaded) {
      return;
    }
    Optional<Path> kept = kept();
    if (kept.isPresent()) {
      System.load(kept.get().toString());
    } else {
      nu.pattern.OpenCV.loadLocally();
    }
    loaded = true;
  }

  private static Optional<Path> kept() {
    URL packed = OpenCv.class.getResource("/nu/pattern/opencv/" + platform());
    if (packed == null) {
      return Optional.empty();
    }
    try {
      if (!(packed.openConnection() instanceof JarURLConnection jar)) {
        return Optional.empty();
      }
      long size = jar.getJarEntry().getSize();
      String key = Long.toHexString(jar.getJarEntry().getCrc()) + "-" + size;
      Path name = Path.of(packed.getPath()).getFileName();
      Path library = cache().resolve("opencv-" + key).resolve(name.toString());
      if (!Files.isRegularFile(library) || Files.size(library) != size) {
        unpack(jar, library);
      }
      return Optional.of(library.toAbsolutePath());
    } catch (IOException unwritable) {
      LOG.warn("OpenCV's library could not be kept unpacked: {}", unwritable.toString());
      return Optional.empty();
    }
  }

  private static void unpack(JarURLConnection jar, Path library) throws IOException {
    Path folder = library.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, "opencv", ".part");
    try (InputStream in = jar.getInputStream()) {
      Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
      Files.move(draft, library, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** The folder that this system gives a user for what can be made again. */
  private static Path cache() {
    String home = System.getProperty("user.home", ".");
    String given =
        Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
            .or(() -> Optional.ofNullable(System.getenv("LOCALAPPDATA")))
            .filter(folder -> !folder.isBlank())
            .orElse(Path.of(home, ".cache").toString());
    return Path.of(given, "huizhi");
  }

  /** Where this machine's library lies in the package. */
  private static String platform() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    String folder = arm ? "ARMv8" : "x86_64";
    if (system.contains("windows")) {
      return "windows/" + folder + "/opencv_java" + VERSION + ".dll";
    }
    return system.contains("mac")
        ? "osx/" + folder + "/libopencv_java" + VERSION + ".dylib"
        : "linux/" + folder + "/libopencv_java" + VERSION + ".so";
  }
}
