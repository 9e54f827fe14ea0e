package org.huizhi.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.huizhi.camera.device.CameraProcess;
import org.huizhi.face.LateDeletion;
import org.huizhi.face.OpenCv;

/**
 * The program of one camera, for a kiosk that starts it. It is none of the commands: those need
 * JavaFX, and this must start quickly.
 */
public final class CameraMain {
  private CameraMain() {}

  /** The command line that starts it, up to what {@link CameraProcess#serve} is told. */
  public static List<String> command() {
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
        CameraMain.class.getName());
  }

  public static void main(String[] words) throws IOException {
    LateDeletion.install();
    Main.setUpLogging();
    OpenCv.load();
    CameraProcess.serve(List.of(words));
  }
}
