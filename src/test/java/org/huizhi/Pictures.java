package org.huizhi;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import org.huizhi.face.OpenCv;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

/** The pictures that npm packages bring for the tests. */
public final class Pictures {
  private static final int NOISY_FRAMES = 6;

  private Pictures() {}

  /** The file of a packaged picture or clip, such as {@code franck.mp4}. */
  public static Path file(String name) {
    URL found = Pictures.class.getResource("/pictures/" + name);
    if (found == null) {
      throw new AssertionError("the packages bring no " + name);
    }
    try {
      return Path.of(found.toURI());
    } catch (URISyntaxException wrong) {
      throw new AssertionError(wrong);
    }
  }

  /** A packaged picture as CV_8UC3 BGR. */
  public static Mat read(String name) {
    OpenCv.load();
    Mat picture = Imgcodecs.imread(file(name).toString());
    if (picture.empty()) {
      throw new AssertionError(name + " is no picture");
    }
    return picture;
  }

  /**
   * A recording of somebody who stands as they should, in the little noise of a camera. Twice as
   * much, and the outline of this hair is sure in two pictures of three only.
   */
  public static Path standing(Path folder) {
    Core.setRNGSeed(20_261_128);
    Mat portrait = read("audrey.jpg");
    for (int i = 0; i < NOISY_FRAMES; i++) {
      Mat noise = new Mat(portrait.size(), portrait.type());
      Core.randn(noise, 1, 1);
      Core.add(portrait, noise, noise);
      Imgcodecs.imwrite(folder.resolve(i + ".jpg").toString(), noise);
      noise.release();
    }
    portrait.release();
    return folder;
  }
}
