package org.huizhi.receipt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlipMakerTest {
  private static final SlipPack PACK = SlipSamples.pack("exit-entry");
  private static final SlipMaker MAKER = new SlipMaker(SlipSamples.FONTS);

  @ParameterizedTest
  @ValueSource(ints = {203, 300})
  void theBarcodeOnThePrintedPageIsTheImageNumber(int dpi) throws Exception {
    SlipData data = SlipSamples.data("张三");
    byte[] pdf = MAKER.pdf(data, PACK, Paper.A4, 300);
    Result read = scan(pdf, dpi);
    assertEquals(BarcodeFormat.CODE_39, read.getBarcodeFormat());
    assertEquals(data.imageNumber(), read.getText());
    assertTrue(text(pdf).contains(data.readableNumber()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"喆堃犇", "㛃䶮", "阿卜杜拉·买买提", "Nguyễn Đức", "欧阳·喆"})
  void rareCharactersArePrintedAndReadBack(String name) throws Exception {
    byte[] pdf = MAKER.pdf(SlipSamples.data(name), PACK, Paper.A4, 300);
    assertTrue(text(pdf).contains(name), text(pdf));
  }

  @Test
  void aCharacterWithoutGlyphIsRefusedByName() {
    MissingGlyph missing =
        assertThrows(
            MissingGlyph.class, () -> MAKER.pdf(SlipSamples.data("王𬎆"), PACK, Paper.A4, 300));
    assertEquals(0x2C386, missing.codePoint());
    String said = String.valueOf(missing.getMessage());
    assertTrue(
        said.contains("𬎆") && said.contains("U+2C386") && said.contains("fonts in kiosk.toml"),
        said);
    assertThrows(MissingGlyph.class, () -> SlipSamples.FONTS.check("王𬎆"));
    assertThrows(MissingGlyph.class, () -> SlipSamples.FONTS.check("a\u0007"));
  }

  @Test
  void thePhotoHasItsTrueSizeAndItsOwnBytes() throws Exception {
    SlipData data = SlipSamples.data("张三");
    try (PDDocument document = Loader.loadPDF(MAKER.pdf(data, PACK, Paper.A4, 300))) {
      PDPage page = document.getPage(0);
      assertEquals(210, page.getMediaBox().getWidth() * 25.4 / 72, 0.01);
      assertEquals(297, page.getMediaBox().getHeight() * 25.4 / 72, 0.01);
      var name = page.getResources().getXObjectNames().iterator().next();
      PDImageXObject image = (PDImageXObject) page.getResources().getXObject(name);
      assertEquals(354, image.getWidth());
      byte[] kept = image.getCOSObject().createRawInputStream().readAllBytes();
      assertArrayEquals(data.photo().jpeg(), kept);
      String drawing = new String(page.getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
      // 354 px at 300 dpi are 84.96 points, 472 px are 113.28.
      assertTrue(drawing.contains("84.96 0 0 113.28 "), "the photo is not at its true size");
      assertEquals("zh-CN", document.getDocumentCatalog().getLanguage());
      assertEquals("出入境证件数字相片采集回执", document.getDocumentInformation().getTitle());
    }
  }

  @Test
  void isSmall() {
    SlipData data = SlipSamples.data("张三");
    byte[] pdf = MAKER.pdf(data, PACK, Paper.A4, 300);
    assertTrue(pdf.length <= 150_000, pdf.length + " bytes");
  }

  @Test
  void theSpecimenSaysSoAndAReprintToo() throws Exception {
    byte[] specimen =
        MAKER.pdf(SlipSamples.data(ImageNumbers.SPECIMEN, "张三", 1, true), PACK, Paper.A4, 300);
    assertTrue(text(specimen).contains("SPECIMEN000000"));
    assertTrue(text(specimen).contains("样张"));
    String number = SlipSamples.NUMBERS.number(SlipSamples.TAKEN.toLocalDate(), 3);
    byte[] reprint = MAKER.pdf(SlipSamples.data(number, "张三", 2, false), PACK, Paper.A4, 300);
    assertTrue(text(reprint).contains("第1次补打 / copy 2"), text(reprint));
  }

  @Test
  void thePreviewIsTheSlipItself() throws Exception {
    SlipData data = SlipSamples.data("张三");
    byte[] png = SlipPreview.png(MAKER.pdf(data, PACK, Paper.A4, 300), 150);
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(1240, seen.getWidth(), 1);
    assertEquals(data.imageNumber(), scan(seen).getText());
  }

  static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  static BufferedImage render(byte[] pdf, int dpi) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.GRAY);
    }
  }

  static Result scan(byte[] pdf, int dpi) throws Exception {
    return scan(render(pdf, dpi));
  }

  static Result scan(BufferedImage page) throws Exception {
    return scan(page, BarcodeFormat.CODE_39);
  }

  /** A window's scanner reads only what it is set to, or lines of text are taken for EAN-8. */
  private static Result scan(BufferedImage page, BarcodeFormat format) throws Exception {
    LuminanceSource light = new BufferedImageLuminanceSource(page);
    boolean square = format == BarcodeFormat.DATA_MATRIX; // found by the white around it
    BinaryBitmap bitmap =
        new BinaryBitmap(square ? new GlobalHistogramBinarizer(light) : new HybridBinarizer(light));
    return new MultiFormatReader()
        .decode(
            bitmap,
            Map.of(
                DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS, List.of(format)));
  }

  /**
   * What the window reads. A scanner looks at bars along their height, so some rows are taken
   * together; a camera smooths; and the clerk moves it down the slip until it beeps.
   */
  static String window(BufferedImage page, Symbology symbology, double middleShare)
      throws Exception {
    return switch (symbology) {
      case CODE_39, CODE_128 -> {
        BufferedImage rows = mean(page, 1, 7);
        try {
          yield scan(rows).getText();
        } catch (NotFoundException e) {
          yield scan(rows, BarcodeFormat.CODE_128).getText(); // too long a number for Code 39
        }
      }
      case QR -> aimed(mean(page, 3, 3), BarcodeFormat.QR_CODE, middleShare);
      case DATA_MATRIX -> aimed(mean(page, 3, 3), BarcodeFormat.DATA_MATRIX, middleShare);
    };
  }

  private static String aimed(BufferedImage page, BarcodeFormat format, double middleShare)
      throws Exception {
    int side = page.getWidth() * 2 / 5;
    int middle = Math.max(0, (int) (page.getWidth() * middleShare) - side / 2);
    for (int aside : new int[] {0, side / 10, -side / 10}) {
      int left = Math.clamp(middle + aside, 0, page.getWidth() - side);
      for (int top = 0; top + side < page.getHeight() * 0.6; top += side / 12) {
        try {
          return scan(page.getSubimage(left, top, side, side), format).getText();
        } catch (ReaderException e) {
          // a little further down
        }
      }
    }
    return "nothing";
  }

  private static BufferedImage mean(BufferedImage page, int wide, int high) {
    float[] even = new float[wide * high];
    Arrays.fill(even, 1f / even.length);
    return new ConvolveOp(new Kernel(wide, high, even)).filter(page, null);
  }

  static String signed(BufferedImage page) {
    byte[] grey = new byte[page.getWidth() * page.getHeight()];
    int[] row = new int[page.getWidth()];
    for (int y = 0; y < page.getHeight(); y++) {
      page.getRaster().getSamples(0, y, page.getWidth(), 1, 0, row);
      for (int x = 0; x < row.length; x++) {
        grey[y * page.getWidth() + x] = (byte) row[x];
      }
    }
    return SlipScan.signedCode(grey, page.getWidth(), page.getHeight()).orElse("none");
  }
}
