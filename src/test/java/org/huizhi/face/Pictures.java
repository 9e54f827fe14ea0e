package org.huizhi.face;

import java.io.IOException;
import java.io.InputStream;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** The pictures that come with the tests' packages. */
public final class Pictures {
  private Pictures() {}

  /** A packaged picture as CV_8UC3, which the caller releases. */
  public static Mat read(String name) {
    OpenCv.load();
    try (InputStream in = Pictures.class.getResourceAsStream("/pictures/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no picture " + name);
      }
      MatOfByte bytes = new MatOfByte(in.readAllBytes());
      Mat picture = Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_COLOR);
      bytes.release();
      return picture;
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
