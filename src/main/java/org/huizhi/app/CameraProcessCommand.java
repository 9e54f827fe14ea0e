package org.huizhi.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.huizhi.camera.device.CameraProcess;
import org.huizhi.face.OpenCv;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** {@code kiosk camera-process}: one camera for a kiosk that started this process. */
@Command(name = "camera-process", hidden = true, description = "For kiosk run.")
final class CameraProcessCommand implements Callable<Integer> {
  @Parameters(arity = "3", description = "Camera, demand and the shared picture's file.")
  private List<String> words = new ArrayList<>();

  /** The command line that starts it, up to its parameters. */
  static List<String> start() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx96m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Djava.awt.headless=true",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        "camera-process");
  }

  @Override
  public Integer call() throws Exception {
    OpenCv.load();
    CameraProcess.serve(words);
    return ExitCode.OK;
  }
}
