package org.huizhi.printer;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Names the paper of a slip as PWG 5101.1 does, so that no queue takes Letter for granted. */
final class Media {
  private static final double MM_PER_POINT = 25.4 / 72;

  private Media() {}

  static String keyword(Slip slip) {
    return switch (slip.paper()) {
      case A4 -> "iso_a4_210x297mm";
      case A5 -> "iso_a5_148x210mm";
      case ROLL_80 -> "custom_slip_80x" + heightMm(slip.pdf()) + "mm";
    };
  }

  private static long heightMm(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return Math.round(document.getPage(0).getMediaBox().getHeight() * MM_PER_POINT);
    } catch (IOException e) {
      throw new UncheckedIOException("the slip was drawn here and must be readable", e);
    }
  }
}
