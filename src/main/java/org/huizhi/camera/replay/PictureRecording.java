package org.huizhi.camera.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.TurboJpeg;
import org.opencv.core.Mat;

/** The pictures of a folder in the order of their names, or one picture, 25 a second. */
final class PictureRecording implements Recording {
  private static final Duration SHOWN = Duration.ofMillis(40);
  private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".webp", ".bmp");

  private final List<Path> files;
  private int at;

  PictureRecording(Path source) throws CameraTrouble {
    try (Stream<Path> found = Files.walk(source, 1)) {
      files = found.filter(PictureRecording::isPicture).sorted().toList();
    } catch (IOException wrong) {
      throw new CameraTrouble(CameraTrouble.Kind.NO_PERMISSION, "cannot read " + source, wrong);
    }
    if (files.isEmpty()) {
      throw new CameraTrouble(CameraTrouble.Kind.ABSENT, source + " holds no picture or video");
    }
  }

  @Override
  public Optional<Duration> next(Mat into) throws CameraTrouble {
    if (at == files.size()) {
      return Optional.empty();
    }
    Path file = files.get(at++);
    try {
      if (!TurboJpeg.decodeAny(Files.readAllBytes(file), into)) {
        throw new CameraTrouble(CameraTrouble.Kind.FAILING, file + " is no picture");
      }
    } catch (IOException wrong) {
      throw new CameraTrouble(CameraTrouble.Kind.FAILING, "cannot read " + file, wrong);
    }
    return Optional.of(SHOWN);
  }

  @Override
  public void rewind() {
    at = 0;
  }

  @Override
  public boolean isOnePicture() {
    return files.size() == 1;
  }

  @Override
  public void close() {}

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file) && ENDINGS.stream().anyMatch(name::endsWith);
  }
}
