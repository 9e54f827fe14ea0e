package org.huizhi.receipt;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A slip as a picture for the screen: drawn from the very file that is printed. */
public final class SlipPreview {
  private SlipPreview() {}

  /** What a slip was drawn for. */
  public static Paper paper(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      double widthMm = document.getPage(0).getMediaBox().getWidth() / Pen.POINTS_PER_MM;
      return Arrays.stream(Paper.values())
          .filter(paper -> Math.abs(paper.widthMm() - widthMm) < 1)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("a slip " + widthMm + " mm wide"));
    } catch (IOException e) {
      throw new UncheckedIOException("the slip was drawn here and must be readable", e);
    }
  }

  /** The first page as a PNG file of 8-bit RGB. */
  public static byte[] png(byte[] pdf, int dpi) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.RGB);
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(page, "png", png);
      return png.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("the slip was drawn here and must be readable", e);
    }
  }
}
