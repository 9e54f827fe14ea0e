package org.huizhi.receipt;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.oned.Code39Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A barcode as black rectangles in whole printer dots, its quiet zone included in its size.
 *
 * @param dpi dots per inch of the printer it is meant for
 * @param widthDots with the quiet zone at both sides
 */
record Bars(int dpi, int widthDots, int heightDots, List<Box> boxes) {
  /** One black rectangle, in dots from the code's top left corner. */
  record Box(int x, int y, int width, int height) {}

  /** The widest narrow bar worth having: scanners read it from far, and it still fits the paper. */
  private static final double MOST_MODULE_MM = 0.43;

  /** One dot alone may swell or vanish in a thermal print. */
  private static final int LEAST_NARROW_DOTS = 2;

  Bars {
    boxes = List.copyOf(boxes);
  }

  double widthMm() {
    return widthDots * 25.4 / dpi;
  }

  double heightMm() {
    return heightDots * 25.4 / dpi;
  }

  /**
   * Makes the largest code that fits.
   *
   * @throws IllegalArgumentException when even the smallest would be wider than {@code mostWidthMm}
   */
  static Bars of(String content, SlipPack.Barcode barcode, int dpi, double mostWidthMm) {
    return switch (barcode.symbology()) {
      case CODE_39 -> code39(content, barcode, dpi, mostWidthMm);
      case CODE_128 -> code128(content, barcode, dpi, mostWidthMm);
      case QR -> qr(content, barcode.heightMm(), dpi);
      case DATA_MATRIX ->
          square(
              new DataMatrixWriter()
                  .encode(
                      content,
                      BarcodeFormat.DATA_MATRIX,
                      0,
                      0,
                      Map.of(EncodeHintType.DATA_MATRIX_SHAPE, SymbolShapeHint.FORCE_SQUARE)),
              2,
              barcode.heightMm(),
              dpi);
    };
  }

  /** Code 39, or where that is too long for the paper Code 128, which the same scanners read. */
  private static Bars code39(
      String content, SlipPack.Barcode barcode, int dpi, double mostWidthMm) {
    boolean[] modules = new Code39Writer().encode(content);
    return narrowest(modules, true, dpi) <= mostWidthMm
        ? linear(modules, true, barcode, dpi, mostWidthMm)
        : code128(content, barcode, dpi, mostWidthMm);
  }

  private static double narrowest(boolean[] modules, boolean twoWidths, int dpi) {
    return linear(modules, twoWidths, LEAST_NARROW_DOTS, 1, dpi).widthMm();
  }

  private static Bars code128(
      String content, SlipPack.Barcode barcode, int dpi, double mostWidthMm) {
    return linear(new Code128Writer().encode(content), false, barcode, dpi, mostWidthMm);
  }

  /** A QR code that fits a square of {@code sideMm} with its quiet zone. */
  static Bars qr(String content, double sideMm, int dpi) {
    return square(qr(content), 4, sideMm, dpi);
  }

  /** Little correction: on a noisy print fewer and larger modules are read more often. */
  private static BitMatrix qr(String content) {
    try {
      return new QRCodeWriter()
          .encode(
              content,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.L,
                  EncodeHintType.MARGIN,
                  0));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code: " + content.length(), e);
    }
  }

  private static Bars linear(
      boolean[] modules, boolean twoWidths, SlipPack.Barcode barcode, int dpi, double mostWidthMm) {
    int most = (int) Math.floor(mostWidthMm * dpi / 25.4);
    int height = (int) Math.round(barcode.heightMm() * dpi / 25.4);
    int narrow = (int) Math.floor(MOST_MODULE_MM * dpi / 25.4);
    for (; narrow >= LEAST_NARROW_DOTS; narrow--) {
      Bars bars = linear(modules, twoWidths, narrow, height, dpi);
      if (bars.widthDots() <= most) {
        return bars;
      }
    }
    throw new IllegalArgumentException(
        "the barcode does not fit "
            + Math.round(mostWidthMm)
            + " mm at "
            + dpi
            + " dpi; use qr or data-matrix for numbers this long");
  }

  /**
   * Code 39 has two widths of bars; ISO/IEC 16388 wants the wide one 2 to 3 times the narrow one,
   * and the middle reads best. Other codes count in modules.
   */
  private static Bars linear(
      boolean[] modules, boolean twoWidths, int narrow, int height, int dpi) {
    int quiet = 10 * narrow; // ten modules at each side, by both symbologies' standards
    List<Box> boxes = new ArrayList<>();
    int x = quiet;
    int from = 0;
    while (from < modules.length) {
      int to = from;
      while (to < modules.length && modules[to] == modules[from]) {
        to++;
      }
      int run = to - from;
      int width = twoWidths && run == 2 ? (int) Math.round(2.5 * narrow) : run * narrow;
      if (modules[from]) {
        boxes.add(new Box(x, 0, width, height));
      }
      x += width;
      from = to;
    }
    return new Bars(dpi, x + quiet, height, boxes);
  }

  private static Bars square(BitMatrix modules, int quietModules, double sideMm, int dpi) {
    int across = modules.getWidth() + 2 * quietModules;
    int dots = Math.max(2, (int) Math.floor(sideMm * dpi / 25.4 / across));
    List<Box> boxes = new ArrayList<>();
    for (int row = 0; row < modules.getHeight(); row++) {
      int from = 0;
      while (from < modules.getWidth()) {
        int to = from;
        while (to < modules.getWidth() && modules.get(to, row) == modules.get(from, row)) {
          to++;
        }
        if (modules.get(from, row)) {
          boxes.add(
              new Box(
                  (from + quietModules) * dots,
                  (row + quietModules) * dots,
                  (to - from) * dots,
                  dots));
        }
        from = to;
      }
    }
    return new Bars(dpi, across * dots, (modules.getHeight() + 2 * quietModules) * dots, boxes);
  }
}
