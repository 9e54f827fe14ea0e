package org.huizhi.app;

import java.nio.file.Path;
import java.util.Optional;
import org.huizhi.camera.Camera;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.Demand;
import org.huizhi.camera.device.V4l2;
import org.huizhi.config.KioskConfig;
import org.huizhi.face.OpenCv;
import org.huizhi.spec.Spec;

/** Decides at the start which camera a kiosk looks through. */
final class Cameras {
  private static final int DEMONSTRATION_WIDTH_PX = 1280;
  private static final int FPS = 25;

  /** How much of the live picture's height the photo takes: room to move, and a large face. */
  private static final double PHOTO_SHARE = 0.8;

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

  /**
   * The same with a device of this machine in a process of its own: its driver may crash or hang,
   * and the kiosk goes on.
   */
  static CameraChoice apart(CameraChoice choice) {
    return choice instanceof CameraChoice.Native device
        ? new CameraChoice.Apart(device, CameraMain.command())
        : choice;
  }

  /** What the documents need of a camera, and what kiosk.toml fixes of it. */
  static Demand demand(KioskConfig config) {
    int highest =
        config.specs().values().stream()
            .map(Spec::picture)
            .mapToInt(picture -> picture.heightPx())
            .max()
            .orElse(0);
    int withRoom = (int) Math.ceil(highest / PHOTO_SHARE);
    return new Demand(withRoom, FPS, config.kiosk().cameraSettings().controls());
  }

  private static boolean anyCamera() {
    if (V4l2.isHere()) {
      return V4l2.first().isPresent();
    }
    OpenCv.load();
    try (Camera _ = new CameraChoice.Any().open(Demand.USUAL)) {
      return true;
    } catch (CameraTrouble trouble) {
      // A camera that is busy or forbidden is there: staff must be told, not shown a recording.
      return trouble.kind() != CameraTrouble.Kind.ABSENT;
    }
  }
}
