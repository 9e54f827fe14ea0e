package org.huizhi.receipt;

import java.awt.Color;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/**
 * Draws on one page in millimetres, x from its left edge and y downwards from its top edge. The top
 * edge is the zero of the page's own y, so that a roll can be cut where the drawing ended.
 */
final class Pen {
  static final double POINTS_PER_MM = 72 / 25.4;

  private final PDDocument document;
  private final PDPageContentStream page;
  private final SlipFonts fonts;
  private final Map<Typeface, PDType0Font> embedded = new HashMap<>();
  private final Tags tags;

  Pen(PDDocument document, PDPageContentStream page, SlipFonts fonts) {
    this.document = document;
    this.page = page;
    this.fonts = fonts;
    this.tags = new Tags(page);
  }

  /** Says what is drawn next. */
  Tags tags() {
    return tags;
  }

  private static float pt(double mm) {
    return (float) (mm * POINTS_PER_MM);
  }

  double widthMm(String text, Style style) {
    return fonts.widthPt(text, style.bold(), style.sizePt()) / POINTS_PER_MM;
  }

  /** Sets a text with its baseline at {@code yMm}, changing fonts where a character needs it. */
  void text(String text, double xMm, double yMm, Style style) throws IOException {
    if (text.isEmpty()) {
      return;
    }
    page.beginText();
    page.setNonStrokingColor((float) style.grey());
    page.newLineAtOffset(pt(xMm), -pt(yMm));
    int from = 0;
    while (from < text.length()) {
      Typeface face = fonts.typefaceAt(text, from, style.bold());
      int to = from;
      while (to < text.length() && fonts.typefaceAt(text, to, style.bold()) == face) {
        to += Character.charCount(text.codePointAt(to));
      }
      page.setFont(embed(face), (float) style.sizePt());
      page.showText(text.substring(from, to));
      from = to;
    }
    page.endText();
  }

  private PDType0Font embed(Typeface face) throws IOException {
    PDType0Font font = embedded.get(face);
    if (font == null) {
      font = PDType0Font.load(document, face.font(), true);
      embedded.put(face, font);
    }
    return font;
  }

  void line(double x1Mm, double y1Mm, double x2Mm, double y2Mm, double widthMm, double grey)
      throws IOException {
    page.setStrokingColor((float) grey);
    page.setLineWidth(pt(widthMm));
    page.moveTo(pt(x1Mm), -pt(y1Mm));
    page.lineTo(pt(x2Mm), -pt(y2Mm));
    page.stroke();
  }

  void dashed(double x1Mm, double x2Mm, double yMm) throws IOException {
    page.setLineDashPattern(new float[] {pt(2), pt(1.4)}, 0);
    line(x1Mm, yMm, x2Mm, yMm, 0.25, 0.25);
    page.setLineDashPattern(new float[] {}, 0);
  }

  void frame(double xMm, double yMm, double widthMm, double heightMm) throws IOException {
    page.setStrokingColor(0.6f);
    page.setLineWidth(pt(0.15));
    page.addRect(pt(xMm), -pt(yMm + heightMm), pt(widthMm), pt(heightMm));
    page.stroke();
  }

  void circle(double xMm, double yMm, double radiusMm) throws IOException {
    float x = pt(xMm);
    float y = -pt(yMm);
    float r = pt(radiusMm);
    float k = r * 0.5523f; // four Bézier curves that look like a circle
    page.moveTo(x + r, y);
    page.curveTo(x + r, y + k, x + k, y + r, x, y + r);
    page.curveTo(x - k, y + r, x - r, y + k, x - r, y);
    page.curveTo(x - r, y - k, x - k, y - r, x, y - r);
    page.curveTo(x + k, y - r, x + r, y - k, x + r, y);
    page.stroke();
  }

  PDImageXObject image(byte[] jpeg) throws IOException {
    return JPEGFactory.createFromByteArray(document, jpeg);
  }

  void draw(PDImageXObject image, double xMm, double yMm, double widthMm, double heightMm)
      throws IOException {
    page.drawImage(image, pt(xMm), -pt(yMm + heightMm), pt(widthMm), pt(heightMm));
  }

  /** Fills rectangles given in printer dots, so that every edge falls between two dots. */
  void bars(Bars bars, double xMm, double yMm) throws IOException {
    double dot = 72.0 / bars.dpi();
    double left = Math.round(xMm * bars.dpi() / 25.4) * dot;
    double top = Math.round(yMm * bars.dpi() / 25.4) * dot;
    page.setNonStrokingColor(0f);
    for (Bars.Box box : bars.boxes()) {
      page.addRect(
          (float) (left + box.x() * dot),
          (float) -(top + (box.y() + box.height()) * dot),
          (float) (box.width() * dot),
          (float) (box.height() * dot));
    }
    page.fill();
  }

  /** Text that lies over everything, slanted and see-through: nobody can print it away. */
  void stamp(String text, double xMm, double yMm, double sizePt) throws IOException {
    PDExtendedGraphicsState glass = new PDExtendedGraphicsState();
    glass.setNonStrokingAlphaConstant(0.35f);
    page.saveGraphicsState();
    page.setGraphicsStateParameters(glass);
    page.setNonStrokingColor(new Color(0xB3, 0x26, 0x1E));
    page.transform(Matrix.getRotateInstance(Math.toRadians(32), pt(xMm), -pt(yMm)));
    double width = fonts.widthPt(text, true, sizePt);
    page.beginText();
    page.newLineAtOffset((float) (-width / 2), (float) (-sizePt / 3));
    page.setFont(embed(fonts.typefaceFor(text.codePointAt(0), true)), (float) sizePt);
    page.showText(text);
    page.endText();
    page.restoreGraphicsState();
  }
}
