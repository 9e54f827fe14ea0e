package org.huizhi.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.Demand;
import org.huizhi.camera.device.Mode;
import org.huizhi.camera.device.V4l2;
import org.huizhi.config.KioskConfig;
import org.huizhi.face.OpenCv;
import org.opencv.core.Mat;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kiosk cameras}: what is plugged in, and whether it gives pictures. */
@Command(
    name = "cameras",
    description = "Lists the cameras with their modes, and takes a test shot.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:the test shot was taken", "1:it was not; the sentence says why"})
final class CamerasCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--camera",
      paramLabel = "SPEC",
      description = CameraChoice.GRAMMAR + "; by default what kiosk-config says.")
  private Optional<CameraChoice> camera = Optional.empty();

  @Option(names = "--out", paramLabel = "FILE", description = "Writes the test shot, as PNG.")
  private Optional<Path> out = Optional.empty();

  @Override
  public Integer call() throws Exception {
    KioskConfig read = config.read();
    Demand demand = Cameras.demand(read);
    if (V4l2.isHere()) {
      list(V4l2.list(), demand);
    }
    OpenCv.load();
    Mat picture = new Mat();
    try {
      CameraChoice choice = camera.orElse(read.kiosk().camera());
      System.out.println("test shot: " + TestShot.take(Cameras.apart(choice), demand, picture));
      if (out.isPresent()) {
        Files.write(out.get(), Encoding.png(picture));
      }
      return ExitCode.OK;
    } catch (CameraTrouble trouble) {
      System.out.println("no test shot: " + trouble.kind() + ", " + trouble.getMessage());
      return 1;
    } finally {
      picture.release();
    }
  }

  private static void list(List<V4l2.Device> devices, Demand demand) {
    if (devices.isEmpty()) {
      System.out.println("no camera is plugged in");
    }
    for (V4l2.Device device : devices) {
      System.out.printf("opencv:%d  %s%n", device.index(), device.name());
      device.trouble().ifPresent(trouble -> System.out.println("  " + trouble.getMessage()));
      Optional<Mode> live = Mode.live(device.modes(), demand).stream().findFirst();
      for (Mode mode : device.modes()) {
        boolean chosen = live.filter(mode::equals).isPresent();
        System.out.println("  " + mode + (chosen ? "  (live)" : ""));
      }
    }
  }
}
