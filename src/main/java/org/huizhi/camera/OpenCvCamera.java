package org.huizhi.camera;

import java.nio.file.Files;
import java.nio.file.Path;
import org.opencv.core.Mat;
import org.opencv.videoio.VideoCapture;
import org.opencv.videoio.VideoWriter;
import org.opencv.videoio.Videoio;

/** A camera through OpenCV's own capture (V4L2, DirectShow, AVFoundation). */
final class OpenCvCamera implements Camera {
  private static final int WIDTH_PX = 1280;
  private static final int HEIGHT_PX = 720;

  private final VideoCapture capture = new VideoCapture();
  private final String name;

  OpenCvCamera(int index) throws CameraTrouble {
    name = "OpenCV camera " + index;
    refuseIfDeviceSaysWhy(index);
    if (!capture.open(index, backend())) {
      capture.release();
      Path device = device(index);
      throw onLinux() && Files.exists(device)
          ? new CameraTrouble(
              CameraTrouble.Kind.BUSY, device + " does not open: another program may hold it")
          : new CameraTrouble(CameraTrouble.Kind.ABSENT, "no camera number " + index);
    }
    // V4L2 ignores a size that is asked for before the pixel format.
    capture.set(Videoio.CAP_PROP_FOURCC, VideoWriter.fourcc('M', 'J', 'P', 'G'));
    capture.set(Videoio.CAP_PROP_FRAME_WIDTH, WIDTH_PX);
    capture.set(Videoio.CAP_PROP_FRAME_HEIGHT, HEIGHT_PX);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isDemonstration() {
    return false;
  }

  @Override
  public void read(Mat into) throws CameraTrouble {
    if (!capture.read(into) || into.empty()) {
      throw new CameraTrouble(CameraTrouble.Kind.FAILING, name + " gives no more pictures");
    }
  }

  @Override
  public void close() {
    capture.release();
  }

  private static void refuseIfDeviceSaysWhy(int index) throws CameraTrouble {
    Path device = device(index);
    if (!onLinux()) {
      return;
    }
    if (!Files.exists(device)) {
      // Asking OpenCV would only make it complain on standard error.
      throw new CameraTrouble(CameraTrouble.Kind.ABSENT, "there is no " + device);
    }
    if (!Files.isReadable(device)) {
      throw new CameraTrouble(
          CameraTrouble.Kind.NO_PERMISSION,
          device + " may not be read: add the user to the group video");
    }
  }

  private static Path device(int index) {
    return Path.of("/dev/video" + index);
  }

  private static boolean onLinux() {
    return System.getProperty("os.name", "").startsWith("Linux");
  }

  private static int backend() {
    String system = System.getProperty("os.name", "");
    if (system.startsWith("Windows")) {
      return Videoio.CAP_DSHOW; // Media Foundation takes up to 20 s to open
    }
    return system.startsWith("Linux") ? Videoio.CAP_V4L2 : Videoio.CAP_AVFOUNDATION;
  }
}
