package org.huizhi.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.huizhi.Pictures;
import org.huizhi.face.OpenCv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

class TurboJpegTest {
  private final Mat into = new Mat();

  @BeforeAll
  static void load() {
    OpenCv.load();
    assumeTrue(TurboJpeg.isHere(), "SKIPPED: libturbojpeg0 is not installed");
  }

  /** Odd sizes too, for a half block at the edge is where decoders differ first. */
  @Test
  void givesTheSamplesThatOpenCvGives() throws Exception {
    Mat portrait = PictureFile.read(Pictures.file("audrey.jpg"));
    for (int width : new int[] {1280, 641, 640, 97}) {
      Mat picture = new Mat();
      double scale = (double) width / portrait.cols();
      Imgproc.resize(portrait, picture, new Size(), scale, scale, Imgproc.INTER_AREA);
      for (int quality : new int[] {60, 92}) {
        byte[] bytes = jpeg(picture, quality);
        assertTrue(TurboJpeg.decode(bytes, into));
        Mat expected = Imgcodecs.imdecode(new MatOfByte(bytes), Imgcodecs.IMREAD_COLOR);
        assertEquals(expected.size(), into.size());
        assertEquals(0, Core.norm(expected, into, Core.NORM_INF), width + " at " + quality);
      }
    }
  }

  @Test
  void leavesTheRestToOpenCv() throws Exception {
    byte[] good = Files.readAllBytes(Pictures.file("audrey.jpg"));
    byte[] plain = jpeg(PictureFile.decode(good), 90);
    assertTrue(TurboJpeg.decode(plain, into));
    Mat grey = new Mat();
    Imgproc.cvtColor(into, grey, Imgproc.COLOR_BGR2GRAY);
    assertFalse(TurboJpeg.decode(jpeg(grey, 90), into), "grey");
    assertFalse(TurboJpeg.decode(PictureFileTest.withOrientation(good, 6), into), "EXIF");
    assertFalse(TurboJpeg.decode(Arrays.copyOf(plain, plain.length * 2 / 3), into), "cut off");
    assertFalse(TurboJpeg.decode("no picture".getBytes(StandardCharsets.UTF_8), into));
    assertFalse(TurboJpeg.decode(new byte[0], into));
    byte[] garbled = plain.clone();
    Arrays.fill(garbled, plain.length / 2, plain.length / 2 + 400, (byte) 0xFF);
    assertFalse(TurboJpeg.decode(garbled, into), "garbled");
  }

  @Test
  void openCvTakesTheRest() throws Exception {
    byte[] turned =
        PictureFileTest.withOrientation(Files.readAllBytes(Pictures.file("audrey.jpg")), 6);
    assertTrue(TurboJpeg.decodeAny(turned, into));
    assertEquals(PictureFile.decode(turned).size(), into.size());
    assertFalse(TurboJpeg.decodeAny("no picture".getBytes(StandardCharsets.UTF_8), into));
    assertFalse(TurboJpeg.decodeAny(new byte[0], into));
  }

  private static byte[] jpeg(Mat picture, int quality) {
    MatOfByte packed = new MatOfByte();
    Imgcodecs.imencode(
        ".jpg", picture, packed, new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality));
    return packed.toArray();
  }
}
