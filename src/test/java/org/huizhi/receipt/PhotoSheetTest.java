package org.huizhi.receipt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.junit.jupiter.api.Test;

/** Sheets of photos, read back from their PDF. */
class PhotoSheetTest {
  private static final ZonedDateTime NOON =
      ZonedDateTime.of(2026, 11, 26, 12, 0, 0, 0, ZoneOffset.UTC);

  private static final byte[] JPEG = SlipSamples.photo().jpeg();
  private static final int DPI = 254;
  private static final int DOTS_A_MM = 10;

  @Test
  void eightPrintsStandOnSixInchesAndTwentyFiveOnA4() {
    assertEquals(8, PhotoSheet.of(PhotoSheet.Size.INCH_6, 33, 48, 100).copies());
    assertEquals(25, PhotoSheet.of(PhotoSheet.Size.A4, 33, 48, 100).copies());
    assertEquals(6, PhotoSheet.of(PhotoSheet.Size.INCH_6, 33, 48, 6).copies());
  }

  @Test
  void aPhotoThatIsTooLargeIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> PhotoSheet.of(PhotoSheet.Size.INCH_6, 120, 160, 1));
  }

  @Test
  void eachPhotoHasItsTrueSizeAndItsOwnBytes() throws Exception {
    PhotoSheet sheet = PhotoSheet.of(PhotoSheet.Size.INCH_6, 33, 48, 8);
    try (PDDocument document = Loader.loadPDF(sheet.pdf(JPEG, NOON))) {
      PDPage page = document.getPage(0);
      assertEquals(152.4, page.getMediaBox().getWidth() * 25.4 / 72, 0.01);
      assertEquals(101.6, page.getMediaBox().getHeight() * 25.4 / 72, 0.01);
      PDImageXObject photo =
          (PDImageXObject)
              page.getResources()
                  .getXObject(page.getResources().getXObjectNames().iterator().next());
      assertArrayEquals(JPEG, photo.getCOSObject().createRawInputStream().readAllBytes());
      assertEquals(
          PDViewerPreferences.PRINT_SCALING.None.toString(),
          document.getDocumentCatalog().getViewerPreferences().getPrintScaling());
    }
    BufferedImage seen = SlipMakerTest.render(sheet.pdf(JPEG, NOON), DPI);
    int row = seen.getHeight() / 4;
    int first = 0;
    while (isPaper(seen, first, row)) {
      first++;
    }
    // Four photos with three gaps of a millimetre, in the middle of the sheet.
    assertEquals((152.4 - 4 * 33 - 3) / 2 * DOTS_A_MM, first, 1);
    int gap = first + 33 * DOTS_A_MM + DOTS_A_MM / 2;
    assertTrue(isPaper(seen, gap, row), "no gap of a knife's width");
    assertTrue(!isPaper(seen, gap - DOTS_A_MM, row), "the photo ends before its true width");
  }

  /** The sample photo's own background is darker than paper. */
  private static boolean isPaper(BufferedImage page, int x, int y) {
    return (page.getRGB(x, y) & 0xFF) == 255;
  }
}
