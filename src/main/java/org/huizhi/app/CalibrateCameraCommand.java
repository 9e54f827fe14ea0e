package org.huizhi.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.CameraLoop;
import org.huizhi.camera.CameraState;
import org.huizhi.camera.Frame;
import org.huizhi.camera.LatestFrame;
import org.huizhi.camera.Lens;
import org.huizhi.camera.LensFinder;
import org.huizhi.camera.PictureFile;
import org.huizhi.camera.Upright;
import org.huizhi.config.KioskConfig;
import org.huizhi.face.OpenCv;
import org.opencv.core.Mat;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kiosk calibrate-camera}: finds how the lens bends lines and writes lens.toml. */
@Command(
    name = "calibrate-camera",
    description = {
      "Finds how the camera's lens bends straight lines, from a printed checkerboard that is held"
          + " before it near and far, tilted, and in every corner.",
      "Writes lens.toml into the configuration folder; delete the file to undo it."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:lens.toml is written", "1:the board was not seen well enough"})
final class CalibrateCameraCommand implements Callable<Integer> {
  private static final int LEAST_VIEWS = 6;
  private static final double MOST_ERROR_PX = 1.5;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--board",
      paramLabel = "COLUMNSxROWS",
      description = "Inner corners of the checkerboard: ${DEFAULT-VALUE}.")
  private String board = "9x6";

  @Option(
      names = "--camera",
      paramLabel = "SPEC",
      description = CameraChoice.GRAMMAR + "; by default what kiosk-config says.")
  private Optional<CameraChoice> camera = Optional.empty();

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description = "Takes the pictures of a folder instead of the camera's.")
  private Optional<Path> pictures = Optional.empty();

  @Option(names = "--views", description = "How many views are taken: ${DEFAULT-VALUE}.")
  private int wanted = 15;

  @Option(names = "--seconds", description = "How long the camera is watched: ${DEFAULT-VALUE}.")
  private int seconds = 120;

  @Override
  public Integer call() throws Exception {
    OpenCv.load();
    KioskConfig read = config.read();
    LensFinder calibration = calibration();
    if (pictures.isPresent()) {
      fromFolder(calibration, pictures.get());
    } else {
      fromCamera(calibration, read);
    }
    if (calibration.views() < LEAST_VIEWS) {
      throw new Refusal(
          1,
          "the whole board with %s inner corners was seen in %d places; %d are needed"
              .formatted(board, calibration.views(), LEAST_VIEWS));
    }
    LensFinder.Result result = calibration.solve();
    System.out.printf(
        Locale.ROOT, "%d views, error %.2f pixels%n", calibration.views(), result.errorPx());
    if (result.errorPx() > MOST_ERROR_PX) {
      throw new Refusal(1, "that is too much: is the board flat, and were the pictures sharp?");
    }
    Path file = config.path().resolve(KioskConfig.LENS_FILE);
    Files.writeString(file, toml(result.lens()));
    System.out.println(file);
    return ExitCode.OK;
  }

  private LensFinder calibration() throws Refusal {
    String[] sides = board.split("x", 2);
    try {
      return new LensFinder(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException wrong) {
      throw new Refusal(ExitCode.USAGE, "--board must be like 9x6");
    }
  }

  private static String words(LensFinder.Look look) {
    return switch (look) {
      case TAKEN -> "taken";
      case SAME_VIEW -> "the board is where it was";
      case NO_BOARD -> "the whole board is not to be seen";
    };
  }

  private void fromFolder(LensFinder calibration, Path folder) throws Exception {
    if (!Files.isDirectory(folder)) {
      throw new Refusal(ExitCode.USAGE, "there is no folder " + folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        try {
          Mat picture = PictureFile.read(file);
          say(file.getFileName() + ": " + words(calibration.look(picture)));
          picture.release();
        } catch (PictureFile.Unreadable skipped) {
          say(file.getFileName() + " " + skipped.getMessage());
        }
      }
    }
  }

  private void fromCamera(LensFinder calibration, KioskConfig read) throws InterruptedException {
    CameraChoice choice = Cameras.apart(camera.orElse(read.kiosk().camera()));
    LatestFrame frames = new LatestFrame();
    Mat picture = new Mat();
    Frame seen = Frame.NONE;
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    Upright asItIs = new Upright(0, Optional.empty());
    try (CameraLoop loop =
        new CameraLoop(
            choice, Cameras.demand(read), asItIs, frames, CalibrateCameraCommand::tell)) {
      loop.start();
      while (calibration.views() < wanted && System.nanoTime() < end) {
        Frame newest = frames.await(seen, picture, Duration.ofMillis(500));
        if (newest.number() != seen.number()
            && calibration.look(picture) == LensFinder.Look.TAKEN) {
          say("view " + calibration.views() + " of " + wanted);
        }
        seen = newest;
      }
    } finally {
      frames.forget();
      picture.release();
    }
  }

  private static void tell(CameraState state) {
    switch (state) {
      case CameraState.Opening _ -> {}
      case CameraState.Running running -> say("looking through " + running.name());
      case CameraState.Lost lost -> say("no pictures: " + lost.message());
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private static String toml(Lens lens) {
    StringBuilder text = new StringBuilder("# Written by kiosk calibrate-camera.\n");
    line(text, "width-px", lens.widthPx());
    line(text, "height-px", lens.heightPx());
    line(text, "focal-x", lens.focalX());
    line(text, "focal-y", lens.focalY());
    line(text, "centre-x", lens.centreX());
    line(text, "centre-y", lens.centreY());
    line(text, "k1", lens.k1());
    line(text, "k2", lens.k2());
    line(text, "p1", lens.p1());
    line(text, "p2", lens.p2());
    line(text, "k3", lens.k3());
    return text.toString();
  }

  private static void line(StringBuilder text, String key, Number value) {
    text.append(key).append(" = ").append(value).append('\n');
  }
}
