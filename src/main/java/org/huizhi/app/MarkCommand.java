package org.huizhi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.huizhi.camera.PictureFile;
import org.huizhi.face.Face;
import org.huizhi.face.FaceReader;
import org.huizhi.face.Landmarks;
import org.huizhi.face.OpenCv;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code kiosk mark}: enlarges crown and chin beside a ruler of the picture's rows, so that a
 * person can read both off and write them into the table that {@code HeadMeasure} is measured
 * against. Where the enlargements begin is shifted by chance, so that their middle gives nothing
 * away.
 */
@Command(
    name = "mark",
    description = "Enlarges crown and chin beside a ruler in picture rows, for marking by hand.",
    hidden = true,
    mixinStandardHelpOptions = true)
final class MarkCommand implements Callable<Integer> {
  private static final int WIDTH = 300;
  private static final int CROWN_HEIGHT = 300;
  private static final int CHIN_HEIGHT = 180;

  /** In eye-to-chin distances. */
  private static final double MOST_SHIFT = 0.15;

  private static final Scalar RED = new Scalar(0, 0, 230);

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where PNGs go.")
  private Path out = Path.of(".");

  @Parameters(paramLabel = "PHOTO", arity = "1..*", description = "JPEG or PNG files.")
  private List<Path> photos = List.of();

  @Override
  public Integer call() throws Exception {
    OpenCv.load();
    Files.createDirectories(out);
    int exit = ExitCode.OK;
    try (FaceReader reader = FaceReader.open(Home.cache())) {
      for (Path photo : photos) {
        exit = Math.max(exit, mark(photo, reader));
      }
    }
    return exit;
  }

  private int mark(Path photo, FaceReader reader) throws IOException {
    Mat picture;
    try {
      picture = PictureFile.read(photo);
    } catch (PictureFile.Unreadable unreadable) {
      System.err.println("kiosk mark: " + photo + " " + unreadable.getMessage());
      return ExitCode.USAGE;
    }
    Optional<Face> face = reader.look(picture).face();
    if (face.isEmpty()) {
      System.err.println("kiosk mark: " + photo + ": there is no face");
      return ExitCode.SOFTWARE;
    }
    Landmarks points = face.get().landmarks();
    double unit = points.eyesToChin();
    double middle = points.eyeMiddle().x;
    double eyes = points.eyeMiddle().y;
    double chin = points.y(Landmarks.CHIN);
    String name = Documents.stem(photo);
    double shift = MOST_SHIFT * (2 * new SplittableRandom(name.hashCode()).nextDouble() - 1) * unit;
    double crownFrom = eyes - 1.75 * unit + shift;
    double chinFrom = chin - 0.3 * unit + shift;
    Mat crown = ruled(picture, middle, crownFrom, crownFrom + unit, CROWN_HEIGHT);
    Mat below = ruled(picture, middle, chinFrom, chinFrom + 0.6 * unit, CHIN_HEIGHT);
    Mat both = new Mat();
    Core.vconcat(List.of(crown, below), both);
    Imgproc.putText(both, name, new Point(90, 16), Imgproc.FONT_HERSHEY_SIMPLEX, 0.5, RED, 1);
    Files.write(out.resolve(name + ".png"), Encoding.png(both));
    List.of(picture, crown, below, both).forEach(Mat::release);
    return ExitCode.OK;
  }

  /** Rows from {@code top} to {@code bottom} around a column, with a line every ten rows. */
  private static Mat ruled(Mat picture, double middle, double top, double bottom, int height) {
    int from = (int) Math.max(0, top);
    int to = (int) Math.min(picture.rows(), bottom);
    double zoom = height / (bottom - top);
    int half = (int) (WIDTH / zoom / 2);
    int left = (int) Math.max(0, middle - half);
    int right = (int) Math.min(picture.cols(), middle + half);
    Mat part = picture.submat(new Rect(left, from, right - left, to - from));
    Mat large = new Mat(height, WIDTH, picture.type(), Scalar.all(128));
    Mat zoomed = new Mat();
    Size size =
        new Size(
            Math.min(WIDTH, Math.round((right - left) * zoom)),
            Math.min(height, Math.round((to - from) * zoom)));
    Imgproc.resize(part, zoomed, size, 0, 0, Imgproc.INTER_CUBIC);
    zoomed.copyTo(large.submat(new Rect(0, 0, zoomed.cols(), zoomed.rows())));
    int step = zoom > 0.8 ? 10 : 20;
    for (int row = (from / step + 1) * step; row < to; row += step) {
      double y = (row - from) * zoom;
      boolean named = row % (2 * step) == 0;
      Imgproc.line(large, new Point(0, y), new Point(named ? 70 : 30, y), RED, 1);
      Imgproc.line(large, new Point(WIDTH - 30, y), new Point(WIDTH, y), RED, 1);
      if (named) {
        Imgproc.putText(
            large,
            String.valueOf(row),
            new Point(2, y - 2),
            Imgproc.FONT_HERSHEY_SIMPLEX,
            0.45,
            RED,
            1);
      }
    }
    part.release();
    zoomed.release();
    return large;
  }
}
