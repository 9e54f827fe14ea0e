package org.huizhi.photo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.huizhi.face.OpenCv;
import org.huizhi.spec.FileWindow;
import org.huizhi.spec.Range;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class JpegFileTest {
  private static final FileWindow WINDOW = new FileWindow(new Range(40_960, 43_000, 45_000), 85);

  @BeforeAll
  static void load() {
    OpenCv.load();
  }

  @Test
  void aPlainPictureIsBroughtToWeightWithAComment() throws IOException {
    Mat white = new Mat(472, 354, CvType.CV_8UC3, Scalar.all(255));
    JpegFile file = JpegFile.encode(white, 300, WINDOW);
    FileFacts facts = FileFacts.read(file.bytes());
    assertEquals(new FileFacts(354, 472, 300, 300, 24, 100, 43_000, true, false), facts);
    assertEquals("pad-file", file.operations().getLast().name());
    assertEquals(354, ImageIO.read(new ByteArrayInputStream(file.bytes())).getWidth());
  }

  @Test
  void aLivelyPictureGetsTheBestQualityThatFits() {
    JpegFile file = JpegFile.encode(noise(20, 60), 300, WINDOW);
    FileFacts facts = FileFacts.read(file.bytes());
    assertTrue(WINDOW.bytes().holds(facts.bytes()), facts::toString);
    assertTrue(facts.quality() >= 85 && facts.quality() < 100, facts::toString);
    assertArrayEquals(file.bytes(), JpegFile.encode(noise(20, 60), 300, WINDOW).bytes());
  }

  @Test
  void aPictureThatIsALittleTooHeavyGetsCodeTablesOfItsOwn() {
    Mat lively = noise(24, 200);
    JpegFile whole = atBestQuality(lively, 900_000);
    assertFalse(whole.operations().toString().contains("own"), whole.operations().toString());
    JpegFile packed = atBestQuality(lively, whole.bytes().length - 1);
    assertTrue(
        packed.operations().toString().contains("4:4:4, own code tables"),
        packed.operations().toString());
    assertTrue(packed.bytes().length < whole.bytes().length);
    assertTrue(FileFacts.read(packed.bytes()).baseline());
  }

  private static JpegFile atBestQuality(Mat bgr, int mostBytes) {
    return JpegFile.encode(bgr, 300, new FileWindow(new Range(14_336, 36_000, mostBytes), 100));
  }

  @Test
  void aPictureThatIsTooHeavyInFullColourGetsColourAtHalfSize() {
    Mat lively = noise(24, 200);
    FileWindow tight = new FileWindow(new Range(14_336, 36_000, 46_000), 85);
    JpegFile file = JpegFile.encode(lively, 300, tight);
    assertTrue(file.bytes().length <= 46_000, file.bytes().length + " bytes");
    assertTrue(
        file.operations().getFirst().toString().contains("4:2:0"), file.operations().toString());
    assertTrue(FileFacts.read(file.bytes()).baseline());
  }

  @Test
  void aPictureTooHeavyStaysTooHeavyAndSaysSo() {
    FileFacts facts = FileFacts.read(JpegFile.encode(noise(120, 472), 300, WINDOW).bytes());
    assertEquals(85, facts.quality());
    assertTrue(facts.bytes() > 45_000);
  }

  @Test
  void aCutFileIsNoJpeg() {
    byte[] whole = JpegFile.encode(noise(5, 60), 300, WINDOW).bytes();
    assertThrows(IllegalArgumentException.class, () -> FileFacts.read(Arrays.copyOf(whole, 300)));
    assertThrows(IllegalArgumentException.class, () -> FileFacts.read(new byte[] {1, 2, 3, 4}));
  }

  private static Mat noise(double strength, int rows) {
    Mat grey = new Mat(472, 354, CvType.CV_8UC3, Scalar.all(128));
    Mat noise = new Mat(472, 354, CvType.CV_8UC3);
    Core.setRNGSeed(7);
    Core.randn(noise, 128, strength);
    noise.submat(0, rows, 0, 354).copyTo(grey.submat(0, rows, 0, 354));
    return grey;
  }
}
