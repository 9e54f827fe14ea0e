package org.huizhi.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** Tables on A4, one under the other, over as many pages as they need. */
public final class ReportSheet {
  private static final double LEFT_MM = 18;
  private static final double RIGHT_MM = 192;
  private static final double TOP_MM = 24;
  private static final double BOTTOM_MM = 278;
  private static final double ROW_MM = 7;
  private static final double FIRST_SHARE = 0.4;
  private static final Style TITLE = new Style(true, 16, 0);
  private static final Style HEAD = new Style(true, 12, 0);
  private static final Style CELL = new Style(false, 10, 0);

  private final SlipFonts fonts;

  public ReportSheet(SlipFonts fonts) {
    this.fonts = fonts;
  }

  /**
   * A table.
   *
   * @param rows the first is its head; the first cell of each is the widest
   */
  public record Table(String title, List<List<String>> rows) {
    public Table {
      rows = List.copyOf(rows);
    }
  }

  /** The file. */
  public byte[] pdf(String title, List<Table> tables) throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream file = new ByteArrayOutputStream()) {
      Page page = new Page(document);
      page.line(List.of(title), TITLE);
      for (Table table : tables) {
        page.room(3);
        page.gap();
        page.line(List.of(table.title()), HEAD);
        for (List<String> row : table.rows()) {
          page.line(row, CELL);
        }
      }
      page.close();
      document.save(file);
      return file.toByteArray();
    }
  }

  /** Where the next line goes. */
  private final class Page {
    private final PDDocument document;
    private PDPageContentStream stream;
    private Pen pen;
    private double yMm = TOP_MM;

    Page(PDDocument document) throws IOException {
      this.document = document;
      this.stream = fresh();
      this.pen = new Pen(document, stream, fonts);
    }

    private PDPageContentStream fresh() throws IOException {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PDPageContentStream fresh = new PDPageContentStream(document, page);
      fresh.transform(Matrix.getTranslateInstance(0, PDRectangle.A4.getHeight()));
      return fresh;
    }

    void gap() {
      yMm += ROW_MM;
    }

    void room(int lines) throws IOException {
      if (yMm + lines * ROW_MM > BOTTOM_MM) {
        stream.close();
        stream = fresh();
        pen = new Pen(document, stream, fonts);
        yMm = TOP_MM;
      }
    }

    void line(List<String> cells, Style style) throws IOException {
      room(1);
      double width = RIGHT_MM - LEFT_MM;
      double rest = width * (1 - FIRST_SHARE) / Math.max(1, cells.size() - 1);
      for (int i = 0; i < cells.size(); i++) {
        double x = LEFT_MM + (i == 0 ? 0 : width * FIRST_SHARE + (i - 1) * rest);
        pen.text(cells.get(i), x, yMm, style);
      }
      if (cells.size() > 1) {
        pen.line(LEFT_MM, yMm + 2, RIGHT_MM, yMm + 2, 0.1, 0.7);
      }
      yMm += ROW_MM;
    }

    void close() throws IOException {
      stream.close();
    }
  }
}
