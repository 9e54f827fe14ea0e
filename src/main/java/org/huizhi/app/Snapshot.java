package org.huizhi.app;

import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.huizhi.face.OpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** Pictures of screens. */
final class Snapshot {
  private Snapshot() {}

  /** The scene as it looks now, as PNG; on the JavaFX thread. */
  static byte[] png(Scene scene) {
    return png(scene.snapshot(null));
  }

  static byte[] png(WritableImage image) {
    OpenCv.load();
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    byte[] bgra = new byte[width * height * 4];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getByteBgraInstance(), bgra, 0, width * 4);
    Mat picture = new Mat(height, width, CvType.CV_8UC4);
    picture.put(0, 0, bgra);
    byte[] png = Encoding.png(picture);
    picture.release();
    return png;
  }
}
