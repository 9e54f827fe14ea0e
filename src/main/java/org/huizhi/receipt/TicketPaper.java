package org.huizhi.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A place in the queue on paper: what it is, the number as large as it fits, lines below it, and a
 * QR code. On a roll it is cut where it ends, on a sheet it stands at the top.
 *
 * @param above lines over the number, such as the kind of ticket
 * @param number such as A012
 * @param below lines under it, such as the code
 * @param code what the QR code says
 */
public record TicketPaper(List<String> above, String number, List<String> below, String code) {
  private static final Style LINE = new Style(false, 12, 0);
  private static final double LARGEST_PT = 72;
  private static final double QR_MM = 30;
  private static final double GAP_MM = 2;

  public TicketPaper {
    above = List.copyOf(above);
    below = List.copyOf(below);
  }

  /** Draws it; a line with a character that no font has is left out. */
  public byte[] pdf(SlipFonts fonts, Paper paper, ZonedDateTime made) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Archival.describe(document, number, "zh-CN", made);
      PDPage page = new PDPage();
      document.addPage(page);
      double heightMm;
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        Pen pen = new Pen(document, content, fonts);
        pen.tags().decoration();
        heightMm = draw(pen, paper);
      }
      double wholeMm = paper.roll() ? heightMm : paper.heightMm();
      page.setMediaBox(
          new PDRectangle(
              0,
              (float) (-wholeMm * Pen.POINTS_PER_MM),
              (float) (paper.widthMm() * Pen.POINTS_PER_MM),
              (float) (wholeMm * Pen.POINTS_PER_MM)));
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("A PDF in memory could not be written.", e);
    }
  }

  private double draw(Pen pen, Paper paper) throws IOException {
    double y = lines(pen, paper, above, paper.marginMm()) + GAP_MM;
    Style large = largest(pen, paper);
    y += large.sizePt() * 0.8 / Pen.POINTS_PER_MM;
    centred(pen, paper, number, y, large);
    y = lines(pen, paper, below, y + GAP_MM) + GAP_MM;
    Bars bars = Bars.qr(code, QR_MM, paper.usualDpi());
    pen.bars(bars, (paper.widthMm() - bars.widthMm()) / 2, y);
    return y + bars.heightMm() + paper.marginMm();
  }

  private double lines(Pen pen, Paper paper, List<String> lines, double fromMm) throws IOException {
    double y = fromMm;
    for (String line : lines) {
      if (isPrintable(pen, line)) {
        double most = paper.widthMm() - 2 * paper.marginMm();
        double size = LINE.sizePt() * Math.min(1, most / pen.widthMm(line, LINE));
        y += LINE.leadingMm();
        centred(pen, paper, line, y, new Style(false, size, 0));
      }
    }
    return y;
  }

  private static boolean isPrintable(Pen pen, String line) {
    try {
      return pen.widthMm(line, LINE) > 0;
    } catch (MissingGlyph foreign) {
      return false;
    }
  }

  private Style largest(Pen pen, Paper paper) {
    double most = paper.widthMm() - 2 * paper.marginMm();
    Style wanted = new Style(true, LARGEST_PT, 0);
    double fits = Math.min(1, most / pen.widthMm(number, wanted));
    return new Style(true, LARGEST_PT * fits, 0);
  }

  private static void centred(Pen pen, Paper paper, String text, double yMm, Style style)
      throws IOException {
    pen.text(text, (paper.widthMm() - pen.widthMm(text, style)) / 2, yMm, style);
  }
}
