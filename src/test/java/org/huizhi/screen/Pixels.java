package org.huizhi.screen;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
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

  /** A drawn person of 354×472 pixels, who is nobody. */
  static byte[] portrait() {
    BufferedImage page = new BufferedImage(354, 472, BufferedImage.TYPE_INT_RGB);
    Graphics2D paint = page.createGraphics();
    paint.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    fill(paint, 0xFFFFFF, new Rectangle2D.Double(0, 0, 354, 472));
    fill(paint, 0x2B3140, new Ellipse2D.Double(12, 372, 330, 260)); // shoulders
    fill(paint, 0xC89F80, new RoundRectangle2D.Double(132, 320, 90, 90, 50, 50)); // neck
    fill(paint, 0x33261F, new Ellipse2D.Double(56, 30, 242, 260)); // hair
    fill(paint, 0xDDB496, new Ellipse2D.Double(70, 76, 214, 306)); // face
    for (int x : new int[] {128, 226}) {
      fill(paint, 0xFFFFFF, new Ellipse2D.Double(x - 20, 196, 40, 20));
      fill(paint, 0x2A1D16, new Ellipse2D.Double(x - 9, 197, 18, 18));
      fill(paint, 0x33261F, new Rectangle2D.Double(x - 24, 172, 48, 6));
    }
    fill(paint, 0xA8604F, new RoundRectangle2D.Double(144, 312, 66, 12, 10, 10)); // mouth
    fill(paint, 0xC89F80, new Ellipse2D.Double(164, 252, 26, 18)); // nose
    paint.dispose();
    return png(page);
  }

  private static void fill(Graphics2D paint, int rgb, Shape shape) {
    paint.setColor(new Color(rgb));
    paint.fill(shape);
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
    return png(page);
  }

  private static byte[] png(BufferedImage page) {
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
    Path folder = Path.of("target", "screens");
    Mat whole = picture(view);
    try {
      Files.createDirectories(folder);
    } catch (IOException wrong) {
      throw new IllegalStateException(wrong);
    }
    save(whole, folder.resolve(name + ".png"));
    whole.release();
  }

  /** Writes a picture, half as large. */
  static void save(Mat whole, Path file) {
    Mat half = new Mat();
    Imgproc.resize(whole, half, new Size(), 0.5, 0.5, Imgproc.INTER_AREA);
    Imgcodecs.imwrite(file.toString(), half);
    half.release();
  }

  /** What is to be seen, as BGR; on the JavaFX thread. */
  static Mat picture(Node view) {
    OpenCv.load();
    WritableImage image = view.snapshot(null, null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    byte[] bgra = new byte[4 * width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getByteBgraInstance(), bgra, 0, 4 * width);
    Mat picture = new Mat(height, width, CvType.CV_8UC4);
    picture.put(0, 0, bgra);
    Imgproc.cvtColor(picture, picture, Imgproc.COLOR_BGRA2BGR);
    return picture;
  }
}
