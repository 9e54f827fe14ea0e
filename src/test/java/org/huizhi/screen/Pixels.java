package org.huizhi.screen;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.huizhi.camera.LatestFrame;
import org.huizhi.face.OpenCv;
import org.huizhi.session.PhotoRef;
import org.huizhi.session.ShotRef;
import org.huizhi.session.SlipRef;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Pictures for the screens to show in tests, and pictures of the screens. */
final class Pixels {
  private Pixels() {}

  static byte[] portrait() {
    try (InputStream in = Pixels.class.getResourceAsStream("/pictures/audrey.jpg")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  /** A frame of 1280×720, as a camera gives it. */
  static LatestFrame frame() {
    OpenCv.load();
    Mat small = Imgcodecs.imdecode(new MatOfByte(portrait()), Imgcodecs.IMREAD_COLOR);
    Mat person = new Mat();
    double scale = 640.0 / small.rows();
    Imgproc.resize(small, person, new Size(small.cols() * scale, 640));
    Mat wall = new Mat(720, 1280, CvType.CV_8UC3, new Scalar(196, 188, 186));
    person.copyTo(wall.submat(80, 720, 400, 400 + person.cols()));
    LatestFrame latest = new LatestFrame();
    latest.put(wall);
    return latest;
  }

  static Pictures pictures() {
    return new Pictures() {
      @Override
      public Optional<byte[]> shot(ShotRef ref) {
        return Optional.of(portrait());
      }

      @Override
      public Optional<byte[]> photo(PhotoRef ref) {
        return Optional.of(portrait());
      }

      @Override
      public Optional<byte[]> slip(SlipRef ref) {
        return Optional.of(slipPage());
      }
    };
  }

  private static byte[] slipPage() {
    BufferedImage page = new BufferedImage(640, 1000, BufferedImage.TYPE_INT_RGB);
    Graphics2D paint = page.createGraphics();
    paint.setColor(Color.WHITE);
    paint.fillRect(0, 0, 640, 1000);
    paint.setColor(Color.DARK_GRAY);
    for (int y = 80; y < 900; y += 60) {
      paint.fillRect(60, y, 520 - y % 200, 14);
    }
    paint.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(page, "png", out);
    } catch (IOException wrong) {
      throw new IllegalStateException(wrong);
    }
    return out.toByteArray();
  }

  /** Writes what the window shows, half as large, to {@code target/screens}; on its own thread. */
  static void save(Scene scene, String name) {
    WritableImage image = scene.snapshot(null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    BufferedImage full = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    full.setRGB(0, 0, width, height, argb, 0, width);
    BufferedImage half = new BufferedImage(width / 2, height / 2, BufferedImage.TYPE_INT_RGB);
    Graphics2D paint = half.createGraphics();
    paint.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    paint.drawImage(full, 0, 0, width / 2, height / 2, null);
    paint.dispose();
    try {
      Path folder = Files.createDirectories(Path.of("target/screens"));
      ImageIO.write(half, "png", folder.resolve(name + ".png").toFile());
    } catch (IOException wrong) {
      throw new IllegalStateException(wrong);
    }
  }
}
