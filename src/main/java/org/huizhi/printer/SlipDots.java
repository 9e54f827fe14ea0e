package org.huizhi.printer;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.huizhi.receipt.Paper;

/** A slip as the dots of a thermal printer: black or white, 576 across the 72 mm of a roll. */
final class SlipDots {
  private static final int ACROSS = 576;
  private static final int WHITE = 0xFF;

  private SlipDots() {}

  /** An RGB picture of pure black and white; greys are screened by error diffusion. */
  static BufferedImage of(Slip slip) {
    try (PDDocument document = Loader.loadPDF(slip.pdf())) {
      BufferedImage page =
          new PDFRenderer(document).renderImageWithDPI(0, Paper.ROLL_80.usualDpi(), ImageType.GRAY);
      int across = Math.min(ACROSS, page.getWidth());
      return screened(
          page.getSubimage((page.getWidth() - across) / 2, 0, across, page.getHeight()));
    } catch (IOException e) {
      throw new UncheckedIOException("the slip was drawn here and must be readable", e);
    }
  }

  /** Floyd and Steinberg's way, which leaves pure black and white as they are. */
  private static BufferedImage screened(BufferedImage grey) {
    int width = grey.getWidth();
    BufferedImage dots = new BufferedImage(width, grey.getHeight(), BufferedImage.TYPE_INT_RGB);
    float[] here = new float[width + 2];
    for (int y = 0; y < grey.getHeight(); y++) {
      float[] below = new float[width + 2];
      for (int x = 0; x < width; x++) {
        float value = grey.getRaster().getSample(x, y, 0) + here[x + 1];
        boolean white = value >= 128;
        float error = value - (white ? WHITE : 0);
        dots.setRGB(x, y, white ? 0xFFFFFF : 0);
        here[x + 2] += error * 7 / 16;
        below[x] += error * 3 / 16;
        below[x + 1] += error * 5 / 16;
        below[x + 2] += error / 16;
      }
      here = below;
    }
    return dots;
  }
}
