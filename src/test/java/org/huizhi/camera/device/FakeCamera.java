package org.huizhi.camera.device;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * The V4L2 device of {@code fake-camera.c} for processes that this test starts, fed with pictures
 * that can be told apart.
 */
final class FakeCamera {
  static final int FRAMES = 12;

  private final Path folder;
  private final Path library;

  /** Compiles the device, or skips the test where there is no compiler. */
  FakeCamera(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    library = folder.resolve("fake-camera.so");
    Path source = folder.resolve("fake-camera.c");
    try (InputStream packed = FakeCamera.class.getResourceAsStream("../fake-camera.c")) {
      if (packed == null) {
        throw new IOException("the test's resources bring no fake-camera.c");
      }
      Files.copy(packed, source, StandardCopyOption.REPLACE_EXISTING);
    }
    Assumptions.assumeTrue(V4l2.isHere(), "a V4L2 device needs Linux");
    try {
      Process gcc =
          new ProcessBuilder(
                  "gcc",
                  "-shared",
                  "-fPIC",
                  "-O1",
                  "-o",
                  library.toString(),
                  source.toString(),
                  "-ldl")
              .inheritIO()
              .start();
      if (gcc.waitFor() != 0) {
        throw new IOException("fake-camera.c does not compile");
      }
    } catch (IOException none) {
      Assumptions.abort("SKIPPED: no camera driver is tried, for there is no gcc: " + none);
    }
  }

  /** Feeds a mode with as many pictures as {@link #FRAMES}. */
  FakeCamera feed(int widthPx, int heightPx) throws IOException {
    Path mode = Files.createDirectories(folder.resolve(widthPx + "x" + heightPx));
    for (int i = 0; i < FRAMES; i++) {
      Imgcodecs.imwrite(
          mode.resolve("%02d.jpg".formatted(i)).toString(), frame(widthPx, heightPx, i));
    }
    return this;
  }

  /** Feeds an unpacked mode of the same size with one grey picture. */
  FakeCamera feedUnpacked(int widthPx, int heightPx) throws IOException {
    Path mode = Files.createDirectories(folder.resolve(widthPx + "x" + heightPx));
    byte[] grey = new byte[widthPx * heightPx * 2];
    Arrays.fill(grey, (byte) 128);
    Files.write(mode.resolve("grey.yuyv"), grey);
    return this;
  }

  /** Feeds what libv4l would convert a mode to, for webcam-capture, which takes nothing else. */
  FakeCamera feedConverted(int widthPx, int heightPx) throws IOException {
    for (int i = 0; i < FRAMES; i++) {
      Path packed = picture(widthPx, heightPx, i);
      Mat rgb = Imgcodecs.imread(packed.toString());
      Imgproc.cvtColor(rgb, rgb, Imgproc.COLOR_BGR2RGB);
      byte[] bytes = new byte[widthPx * heightPx * 3];
      rgb.get(0, 0, bytes);
      Files.write(packed.resolveSibling("%02d.rgb".formatted(i)), bytes);
    }
    return this;
  }

  /** As {@code fake-camera.c} names them. */
  void state(String word) throws IOException {
    Files.writeString(folder.resolve("state"), word);
  }

  /** What another program set before, as {@link #controls} tells it. */
  void remembers(String line) throws IOException {
    Files.writeString(folder.resolve("controls"), line + "\n");
  }

  /** What was set, line by line. */
  List<String> controls() throws IOException {
    Path log = folder.resolve("controls");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  Path picture(int widthPx, int heightPx, int number) {
    return folder.resolve(widthPx + "x" + heightPx).resolve("%02d.jpg".formatted(number));
  }

  /** Starts a program of the tests that sees the device. */
  Process start(Class<?> program, String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                withoutJavaFx(),
                program.getName()));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder
        .environment()
        .putAll(
            Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKE_CAMERA", folder.toString(),
                "OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "2"));
    return builder.start();
  }

  /** In the package JavaFX lies elsewhere, and a camera's process must start without it. */
  private static String withoutJavaFx() {
    String separator = File.pathSeparator;
    return Stream.of(System.getProperty("java.class.path").split(separator, -1))
        .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("javafx"))
        .collect(Collectors.joining(separator));
  }

  /** Waits until a program has ended, killing it when it does not. */
  static boolean ends(Process process) throws InterruptedException {
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    return ended;
  }

  private static Mat frame(int widthPx, int heightPx, int number) {
    Mat frame = new Mat(heightPx, widthPx, CvType.CV_8UC3, new Scalar(60 + 10 * number, 120, 90));
    Imgproc.circle(
        frame,
        new Point(widthPx * (number + 1.0) / (FRAMES + 1), heightPx / 2.0),
        heightPx / 5,
        new Scalar(200, 200, 240),
        -1);
    return frame;
  }
}
