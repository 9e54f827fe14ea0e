package org.huizhi.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.huizhi.Pictures;
import org.huizhi.face.OpenCv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

class PictureFileTest {
  @TempDir Path folder;

  @BeforeAll
  static void load() {
    OpenCv.load();
  }

  @Test
  void readsEveryPackagedPicture() throws Exception {
    for (String name : new String[] {"audrey.jpg", "faces.jpg", "queen20_crop.jpg"}) {
      Mat picture = PictureFile.read(Pictures.file(name));
      assertEquals(CvType.CV_8UC3, picture.type());
    }
  }

  @Test
  void sixteenBitsBecomeEight() throws Exception {
    Path file = folder.resolve("deep.png");
    Imgcodecs.imwrite(file.toString(), new Mat(40, 50, CvType.CV_16UC3, Scalar.all(0x8000)));
    Mat picture = PictureFile.read(file);
    assertEquals(CvType.CV_8UC3, picture.type());
    assertEquals(128, picture.get(5, 5)[0]);
  }

  @Test
  void exifTurnsAPicture() throws Exception {
    byte[] upright = Files.readAllBytes(Pictures.file("audrey.jpg"));
    Mat before = PictureFile.decode(upright);
    Mat after = PictureFile.decode(withOrientation(upright, 6));
    assertEquals(before.rows(), after.cols());
    assertEquals(before.cols(), after.rows());
  }

  @Test
  void refusesWithASentence() throws Exception {
    byte[] good = Files.readAllBytes(Pictures.file("audrey.jpg"));
    refused("text.jpg", "no picture".getBytes(StandardCharsets.UTF_8), "is no JPEG or PNG");
    refused("empty.jpg", new byte[0], "is no JPEG or PNG");
    refused("cut.jpg", Arrays.copyOf(good, good.length * 2 / 3), "is cut off");
    byte[] png = png(100, 100);
    refused("cut.png", Arrays.copyOf(png, png.length - 20), "is cut off");
    refused("dot.png", png(1, 1), "has only 1×1 pixels");
    refused("huge.png", hugeHeader(), "at most 100 million are read");
    refused("print.jpg", fourChannels(good), "CMYK");
    assertTrue(sentence(folder).contains("is a folder"));
    assertTrue(sentence(folder.resolve("absent.jpg")).contains("does not exist"));
  }

  @Test
  void refusesAFileWithoutRights() throws Exception {
    Path file = Files.write(folder.resolve("closed.jpg"), png(50, 50));
    assumeTrue(
        Files.getFileStore(file).supportsFileAttributeView("posix"), "needs POSIX file rights");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(file), "SKIPPED: root may read everything");
    assertTrue(sentence(file).contains("may not be read"));
  }

  private void refused(String name, byte[] bytes, String sentence) throws Exception {
    String said = sentence(Files.write(folder.resolve(name), bytes));
    assertTrue(said.contains(sentence), name + ": " + said);
  }

  private static String sentence(Path file) {
    return String.valueOf(
        assertThrows(PictureFile.Unreadable.class, () -> PictureFile.read(file)).getMessage());
  }

  private static byte[] png(int width, int height) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  /** A small PNG whose header claims 20,000 × 10,000 pixels. */
  private static byte[] hugeHeader() throws Exception {
    byte[] png = png(100, 100);
    java.nio.ByteBuffer.wrap(png).putInt(16, 20_000).putInt(20, 10_000);
    return png;
  }

  private static byte[] fourChannels(byte[] jpeg) {
    byte[] changed = jpeg.clone();
    for (int i = 2; i + 9 < changed.length; i++) {
      if (changed[i] == (byte) 0xFF
          && (changed[i + 1] == (byte) 0xC0 || changed[i + 1] == (byte) 0xC2)) {
        changed[i + 9] = 4;
        return changed;
      }
    }
    throw new AssertionError("no frame header");
  }

  /** Puts an EXIF segment with just an orientation behind the start marker. */
  static byte[] withOrientation(byte[] jpeg, int orientation) {
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    byte[] turned = new byte[jpeg.length + exif.length];
    System.arraycopy(jpeg, 0, turned, 0, 2);
    System.arraycopy(exif, 0, turned, 2, exif.length);
    System.arraycopy(jpeg, 2, turned, 2 + exif.length, jpeg.length - 2);
    return turned;
  }
}
