package org.huizhi.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/**
 * Draws slips as PDF/A-2b files of one page: vector text with the used glyphs embedded, vector
 * barcodes, the photo's own JPEG untouched, tagged for reading aloud. Any thread; slips are drawn
 * one after the other.
 */
public final class SlipMaker {
  private static final double LEAST_SCALE = 0.62;

  private final SlipFonts fonts;

  public SlipMaker(SlipFonts fonts) {
    this.fonts = fonts;
  }

  /**
   * Draws a slip.
   *
   * @param dpi dots per inch of the printer, so that bars end between dots; 300 serves office
   *     printers of 300, 600 and 1200 dpi, thermal rolls mostly have 203
   * @throws MissingGlyph when a character of the slip has no font
   * @throws IllegalArgumentException when the slip cannot fit the paper, or the pack forbids it
   */
  public synchronized byte[] pdf(SlipData data, SlipPack pack, Paper paper, int dpi) {
    if (!pack.papers().contains(paper)) {
      throw new IllegalArgumentException(
          "the slip pack " + pack.name() + " is not meant for " + paper);
    }
    try {
      for (double scale = 1; scale >= LEAST_SCALE; scale -= 0.06) {
        try (PDDocument document = new PDDocument()) {
          if (fits(document, data, pack, paper, dpi, scale)) {
            return save(document, data, pack);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a slip is drawn in memory", e);
    }
    throw new IllegalArgumentException(
        "the slip pack " + pack.name() + " has more text than fits on " + paper);
  }

  private boolean fits(
      PDDocument document, SlipData data, SlipPack pack, Paper paper, int dpi, double scale)
      throws IOException {
    PDPage page = new PDPage();
    document.addPage(page);
    double usedMm;
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      Pen pen = new Pen(document, content, fonts);
      usedMm = new SlipLayout(pen, pack, data, paper, SlipLook.on(paper, scale), dpi).draw();
      pen.tags().end();
      pen.tags().attach(document, page);
    }
    double heightMm = paper.roll() ? Math.ceil(usedMm) : paper.heightMm();
    PDRectangle size =
        new PDRectangle(
            (float) (paper.widthMm() * Pen.POINTS_PER_MM), (float) (heightMm * Pen.POINTS_PER_MM));
    page.setMediaBox(size);
    try (PDPageContentStream origin =
        new PDPageContentStream(document, page, AppendMode.PREPEND, true)) {
      origin.transform(Matrix.getTranslateInstance(0, size.getHeight()));
    }
    return usedMm <= heightMm;
  }

  private static byte[] save(PDDocument document, SlipData data, SlipPack pack) throws IOException {
    String language = pack.languages().getFirst();
    String title = new SlipWords(pack, data).fill(pack.title(), language);
    Archival.describe(document, title, SlipWords.tag(language), data.takenAt());
    ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
    document.save(out);
    return out.toByteArray();
  }
}
