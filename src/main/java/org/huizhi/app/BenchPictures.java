package org.huizhi.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.huizhi.camera.Camera;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.Demand;
import org.huizhi.camera.PictureFile;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/** Frames of the clip in the middle of pictures of a camera's size. */
final class BenchPictures {
  /** Where the man on the clip looks straight ahead. */
  private static final int FIRST = 1550;

  private BenchPictures() {}

  static void write(Path clip, Path folder, int widthPx, int heightPx, int count) throws Exception {
    Mat frame = new Mat();
    Mat wide = new Mat();
    int inner = heightPx * 5 / 4; // the clip's shape
    try (Camera camera = new CameraChoice.Replay(clip, inner, false).open(Demand.USUAL)) {
      for (int i = 0; i < FIRST + count; i++) {
        camera.read(frame);
        if (i >= FIRST) {
          Mat cut = frame.rowRange(0, Math.min(heightPx, frame.rows()));
          int below = heightPx - cut.rows();
          int side = widthPx - cut.cols();
          Core.copyMakeBorder(
              cut, wide, 0, below, side / 2, side - side / 2, Core.BORDER_REPLICATE);
          cut.release();
          Files.write(folder.resolve("%04d.jpg".formatted(i)), Encoding.camera(wide));
        }
      }
    } catch (CameraTrouble trouble) {
      throw new Refusal(2, String.valueOf(trouble.getMessage()));
    } finally {
      frame.release();
      wide.release();
    }
  }

  /** The same pictures with the left edge over everything that moves. */
  static void coverTheMiddle(Path from, Path to) throws Exception {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Mat picture = PictureFile.read(file);
        Mat edge = picture.colRange(0, picture.cols() / 8);
        Mat wide = new Mat();
        Imgproc.resize(edge, wide, picture.size());
        Files.write(to.resolve(String.valueOf(file.getFileName())), Encoding.camera(wide));
        edge.release();
        wide.release();
        picture.release();
      }
    }
  }
}
