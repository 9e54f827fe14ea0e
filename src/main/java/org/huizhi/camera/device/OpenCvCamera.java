package org.huizhi.camera.device;

import java.util.List;
import java.util.Optional;
import org.huizhi.camera.Blot;
import org.huizhi.camera.Camera;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.Demand;
import org.huizhi.camera.TurboJpeg;
import org.opencv.core.Mat;
import org.opencv.videoio.VideoCapture;
import org.opencv.videoio.VideoWriter;
import org.opencv.videoio.Videoio;

/** A camera through OpenCV's own capture (V4L2, DirectShow, AVFoundation). */
public final class OpenCvCamera implements Camera {
  private static final int MOST_TRIED = 3;
  private static final int MJPG = VideoWriter.fourcc('M', 'J', 'P', 'G');

  /** Pictures after a change of size until exposure and focus have followed. */
  private static final int AFTER_SWITCH = 4;

  private final VideoCapture capture = new VideoCapture();
  private final Controls controls;
  private final List<Mode> offered;
  private final Mat first = new Mat();
  private final Mat packed = new Mat();
  private final String name;
  private Mode mode;

  /** Whether pictures come as the JPEG that the camera sent. */
  private boolean unpacks;

  /**
   * Opens a device in the best mode that proves true on a real picture.
   *
   * @param index the system's number of it
   */
  public OpenCvCamera(int index, Demand demand) throws CameraTrouble {
    if (V4l2.isHere()) {
      // Says what is wrong; OpenCV would only complain on standard error.
      try (V4l2 device = new V4l2(index)) {
        name = device.name();
        offered = device.modes();
      }
    } else {
      name = "camera " + index;
      offered = Mode.COMMON;
    }
    if (!capture.open(index, backend())) {
      capture.release();
      throw V4l2.isHere()
          ? new CameraTrouble(
              CameraTrouble.Kind.BUSY,
              V4l2.path(index) + " gives no pictures: another program may hold it")
          : new CameraTrouble(CameraTrouble.Kind.ABSENT, "no camera number " + index);
    }
    controls = Controls.of(index, capture, demand);
    try {
      mode = choose(Mode.live(offered, demand));
    } catch (CameraTrouble trouble) {
      close();
      throw trouble;
    }
  }

  /** The mode that was chosen, as a real picture showed it. */
  public Mode mode() {
    return mode;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void read(Mat into) throws CameraTrouble {
    if (!first.empty()) {
      first.copyTo(into);
      first.release();
      return;
    }
    if (!take(into)) {
      throw noMore();
    }
  }

  @Override
  public boolean skip() throws CameraTrouble {
    first.release();
    if (!capture.grab()) {
      throw noMore();
    }
    return true;
  }

  private CameraTrouble noMore() {
    return new CameraTrouble(CameraTrouble.Kind.FAILING, name + " gives no more pictures");
  }

  private boolean take(Mat into) {
    if (!unpacks) {
      return capture.read(into) && !into.empty();
    }
    if (!capture.read(packed) || packed.empty()) {
      return false;
    }
    byte[] bytes = new byte[(int) (packed.total() * packed.elemSize())];
    packed.get(0, 0, bytes);
    return TurboJpeg.decodeAny(bytes, into);
  }

  @Override
  public boolean still(Mat into) throws CameraTrouble {
    Optional<Mode> larger = Mode.still(offered, mode);
    if (larger.isEmpty()) {
      return false;
    }
    Mode live = mode;
    boolean taken = set(larger.get());
    for (int i = 0; taken && i <= AFTER_SWITCH; i++) {
      taken = take(into);
    }
    set(live);
    return taken && into.rows() > live.heightPx();
  }

  @Override
  public void hold(boolean held) {
    controls.hold(held);
  }

  @Override
  public void close() {
    controls.close();
    capture.release();
    first.release();
    Blot.out(packed);
  }

  /** The first mode whose picture has the size that it promises, else the largest that came. */
  private Mode choose(List<Mode> best) throws CameraTrouble {
    Optional<Mode> largest = Optional.empty();
    for (Mode wanted :
        best.isEmpty() ? Mode.COMMON : best.subList(0, Math.min(MOST_TRIED, best.size()))) {
      if (set(wanted) && take(first)) {
        Mode real = new Mode(wanted.format(), first.cols(), first.rows(), wanted.fps());
        if (real.equals(wanted)) {
          return real;
        }
        largest =
            largest.filter(mode -> mode.heightPx() >= real.heightPx()).or(() -> Optional.of(real));
      }
    }
    Mode left =
        largest.orElseThrow(
            () -> new CameraTrouble(CameraTrouble.Kind.FAILING, name + " gives no pictures"));
    set(left);
    return left;
  }

  /**
   * V4L2 ignores a size that is asked for before the pixel format. Packed pictures are asked for as
   * they are, in whatever format the device then really has.
   */
  private boolean set(Mode wanted) {
    String format = wanted.format();
    boolean known = format.length() == 4;
    if (known) {
      capture.set(
          Videoio.CAP_PROP_FOURCC,
          VideoWriter.fourcc(
              format.charAt(0), format.charAt(1), format.charAt(2), format.charAt(3)));
    }
    capture.set(Videoio.CAP_PROP_FRAME_WIDTH, wanted.widthPx());
    capture.set(Videoio.CAP_PROP_FRAME_HEIGHT, wanted.heightPx());
    if (wanted.fps() > 0) {
      capture.set(Videoio.CAP_PROP_FPS, wanted.fps());
    }
    unpacks = V4l2.isHere() && TurboJpeg.isHere() && capture.get(Videoio.CAP_PROP_FOURCC) == MJPG;
    capture.set(Videoio.CAP_PROP_CONVERT_RGB, unpacks ? 0 : 1);
    return capture.isOpened();
  }

  private static int backend() {
    String system = System.getProperty("os.name", "");
    if (system.startsWith("Windows")) {
      return Videoio.CAP_DSHOW; // Media Foundation takes up to 20 s to open
    }
    return system.startsWith("Linux") ? Videoio.CAP_V4L2 : Videoio.CAP_AVFOUNDATION;
  }
}
