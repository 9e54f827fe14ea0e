package org.huizhi.camera.device;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.huizhi.app.CameraMain;
import org.huizhi.camera.Camera;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.CameraLoop;
import org.huizhi.camera.CameraState;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.Demand;
import org.huizhi.camera.LatestFrame;
import org.huizhi.camera.Upright;
import org.huizhi.face.OpenCv;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

/** A program that looks at the fake camera and tells its test what it sees, a line each. */
final class CameraProbe {
  private CameraProbe() {}

  public static void main(String[] words) throws Exception {
    OpenCv.load();
    switch (words[0]) {
      case "list" -> V4l2.list().forEach(CameraProbe::describe);
      case "read" -> read(words[1], Path.of(words[2]), Integer.parseInt(words[3]));
      case "watch" -> watch(words[1]);
      default -> throw new IllegalArgumentException(words[0]);
    }
    Runtime.getRuntime().halt(0);
  }

  private static void describe(V4l2.Device device) {
    say("%d %s %s".formatted(device.index(), device.name(), device.modes()));
  }

  /** Opens once, saves pictures without loss and one still. */
  private static void read(String choice, Path folder, int count) throws Exception {
    Mat picture = new Mat();
    Demand demand = Demand.parse("600@25,gain=77,power_line_hz=50");
    try (Camera camera = CameraChoice.parse(choice).open(demand)) {
      say("opened " + camera.name());
      Files.createDirectories(folder);
      for (int i = 0; i < count; i++) {
        camera.read(picture);
        Imgcodecs.imwrite(folder.resolve("%02d.png".formatted(i)).toString(), picture);
      }
      camera.hold(true);
      say("still " + camera.still(picture) + " " + picture.cols());
      camera.hold(false);
      say("skipped " + camera.skip());
      camera.read(picture);
      say("live " + picture.cols());
    } catch (CameraTrouble trouble) {
      say("trouble " + trouble.kind());
    }
  }

  /**
   * Keeps it open as the kiosk does while nobody is there, in a process apart, and tells each
   * change.
   */
  private static void watch(String choice) throws Exception {
    CameraChoice.Native device = (CameraChoice.Native) CameraChoice.parse(choice);
    try (CameraLoop loop =
        new CameraLoop(
            new CameraChoice.Apart(device, CameraMain.command()),
            Demand.USUAL,
            new Upright(0, Optional.empty()),
            new LatestFrame(),
            CameraProbe::tell)) {
      loop.unseen(true);
      loop.start();
      int ignored = System.in.read(); // until the test lets go
    }
    say("closed");
  }

  private static void tell(CameraState state) {
    switch (state) {
      case CameraState.Opening _ -> {}
      case CameraState.Running _ -> say("running");
      case CameraState.Lost lost -> say("lost " + lost.kind().name().toLowerCase(Locale.ROOT));
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
