package org.huizhi.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.huizhi.camera.Camera;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.face.OpenCv;

/** Decides at the start which camera a kiosk looks through. */
final class Cameras {
  private static final int DEMONSTRATION_WIDTH_PX = 1280;

  private Cameras() {}

  /** The recording that stands in for a camera. */
  static CameraChoice demonstration(Path clip) {
    return new CameraChoice.Replay(clip, DEMONSTRATION_WIDTH_PX, true);
  }

  /**
   * What was asked for, or the demonstration where any camera would do and there is none. It is
   * decided once: a machine that loses its camera later must not go on with a recording.
   */
  static CameraChoice choose(CameraChoice asked, Optional<Path> clip) {
    return asked instanceof CameraChoice.Any && clip.isPresent() && !anyCamera()
        ? demonstration(clip.get())
        : asked;
  }

  private static boolean anyCamera() {
    if (System.getProperty("os.name", "").startsWith("Linux")) {
      return hasVideoDevice();
    }
    OpenCv.load();
    try (Camera _ = new CameraChoice.Any().open()) {
      return true;
    } catch (CameraTrouble trouble) {
      // A camera that is busy or forbidden is there: staff must be told, not shown a recording.
      return trouble.kind() != CameraTrouble.Kind.ABSENT;
    }
  }

  private static boolean hasVideoDevice() {
    try (DirectoryStream<Path> devices = Files.newDirectoryStream(Path.of("/dev"), "video*")) {
      return devices.iterator().hasNext();
    } catch (IOException wrong) {
      return false;
    }
  }
}
