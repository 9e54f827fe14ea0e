package org.huizhi.screen;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
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

  /** Writes what is to be seen, half as large, to {@code target/screens}; on its own thread. */
  static void save(Node view, String name) {
    WritableImage image = view.snapshot(null, null);
    int width = (int) image.getWidth() / 2;
    int height = (int) image.getHeight() / 2;
    PixelReader pixels = image.getPixelReader();
    int[] two = new int[4 * width];
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      pixels.getPixels(0, 2 * y, 2 * width, 2, PixelFormat.getIntArgbInstance(), two, 0, 2 * width);
      for (int x = 0; x < width; x++) {
        copy.setRGB(
            x, y, mean(two[2 * x], two[2 * x + 1], two[2 * (x + width)], two[2 * (x + width) + 1]));
      }
    }
    try {
      Path folder = Files.createDirectories(Path.of("target/screens"));
      ImageIO.write(copy, "png", folder.resolve(name + ".png").toFile());
    } catch (IOException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private static int mean(int... pixels) {
    int mean = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int sum = 0;
      for (int pixel : pixels) {
        sum += (pixel >> shift) & 0xFF;
      }
      mean |= (sum / pixels.length) << shift;
    }
    return mean;
  }
}
