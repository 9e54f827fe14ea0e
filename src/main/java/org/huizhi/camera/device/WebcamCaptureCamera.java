package org.huizhi.camera.device;

import com.github.sarxos.webcam.Webcam;
import com.github.sarxos.webcam.WebcamException;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.huizhi.camera.Camera;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.Demand;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * A camera through the webcam-capture library. When its device stalls, its calls never return, not
 * even close or the end of the process: it belongs into an {@link ApartCamera}.
 */
public final class WebcamCaptureCamera implements Camera {
  private static final int DISCOVERY_SECONDS = 10;

  private final Webcam webcam;

  /** Opens the first device whose name contains {@code device}, or simply the first. */
  public WebcamCaptureCamera(Optional<String> device, Demand demand) throws CameraTrouble {
    webcam = find(device);
    Dimension wanted =
        Mode.COMMON.stream()
            .filter(mode -> mode.heightPx() >= demand.heightPx())
            .findFirst()
            .map(mode -> new Dimension(mode.widthPx(), mode.heightPx()))
            .orElse(new Dimension(1920, 1080));
    // The default driver lists nothing above VGA, yet gives it when asked.
    webcam.setCustomViewSizes(wanted);
    webcam.setViewSize(wanted);
    try {
      if (!webcam.open()) {
        throw new CameraTrouble(CameraTrouble.Kind.BUSY, webcam.getName() + " does not open");
      }
    } catch (WebcamException wrong) {
      throw new CameraTrouble(CameraTrouble.Kind.BUSY, webcam.getName() + " does not open", wrong);
    }
  }

  @Override
  public String name() {
    return webcam.getName();
  }

  @Override
  public void read(Mat into) throws CameraTrouble {
    BufferedImage image;
    try {
      image = webcam.getImage();
    } catch (WebcamException wrong) {
      throw new CameraTrouble(
          CameraTrouble.Kind.FAILING, name() + " gives no more pictures", wrong);
    }
    if (image == null) {
      throw new CameraTrouble(CameraTrouble.Kind.FAILING, name() + " gives no more pictures");
    }
    copy(image, into);
  }

  @Override
  public void close() {
    webcam.close();
  }

  private static Webcam find(Optional<String> device) throws CameraTrouble {
    try {
      List<Webcam> found = Webcam.getWebcams(DISCOVERY_SECONDS, TimeUnit.SECONDS);
      // Discovery in the background can dispose of a camera that is open.
      Webcam.getDiscoveryService().stop();
      return found.stream()
          .filter(webcam -> device.isEmpty() || webcam.getName().contains(device.get()))
          .findFirst()
          .orElseThrow(
              () ->
                  new CameraTrouble(
                      CameraTrouble.Kind.ABSENT,
                      device.map(name -> "no camera named " + name).orElse("no camera found")));
    } catch (TimeoutException | WebcamException wrong) {
      throw new CameraTrouble(CameraTrouble.Kind.FAILING, "the camera search failed", wrong);
    } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError wrong) {
      throw new CameraTrouble(
          CameraTrouble.Kind.FAILING,
          "webcam-capture's driver does not load here (on Linux it needs libv4l-0)",
          wrong);
    }
  }

  /** Copies any image into a BGR Mat; the library's own by its bytes, as 30 a second demand. */
  static void copy(BufferedImage image, Mat into) {
    int width = image.getWidth();
    int height = image.getHeight();
    into.create(height, width, CvType.CV_8UC3);
    if (image.getRaster().getDataBuffer() instanceof DataBufferByte bytes
        && bytes.getData().length == 3 * width * height
        && image.getSampleModel() instanceof ComponentSampleModel model
        && model.getPixelStride() == 3) {
      into.put(0, 0, bytes.getData());
      if (model.getBandOffsets()[0] == 0) {
        Imgproc.cvtColor(into, into, Imgproc.COLOR_RGB2BGR);
      }
      return;
    }
    byte[] bgr = new byte[3 * width * height];
    int[] row = new int[width];
    for (int y = 0, at = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int pixel : row) {
        bgr[at++] = (byte) pixel;
        bgr[at++] = (byte) (pixel >> 8);
        bgr[at++] = (byte) (pixel >> 16);
      }
    }
    into.put(0, 0, bgr);
  }
}
