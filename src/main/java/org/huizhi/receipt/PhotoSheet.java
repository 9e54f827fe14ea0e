package org.huizhi.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZonedDateTime;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * One finished photo several times on a sheet, each at its true size, with marks to cut along. The
 * photo's bytes go into the file as they are.
 *
 * @param widthMm of one photo
 * @param heightMm of one photo
 * @param columns photos beside each other
 * @param rows photos below each other
 */
public record PhotoSheet(
    Size size, double widthMm, double heightMm, int columns, int rows, int copies) {
  /** Room for a knife; eight photos of 33×48 mm must stay on six inches. */
  private static final double BETWEEN_MM = 1;

  private static final double MARK_MM = 2;
  private static final float MARK_WIDTH_PT = 0.25f;
  private static final float MARK_GREY = 0.5f;
  private static final double POINTS = 72 / 25.4;

  /** What photos are printed on, in millimetres; the margin is what its printers leave white. */
  public enum Size {
    /** 照片纸 6 寸, 4R. */
    INCH_6(152.4, 101.6, 2),
    A4(210, 297, 6);

    private final double widthMm;
    private final double heightMm;
    private final double marginMm;

    Size(double widthMm, double heightMm, double marginMm) {
      this.widthMm = widthMm;
      this.heightMm = heightMm;
      this.marginMm = marginMm;
    }
  }

  /**
   * As many photos as find room, at most so many.
   *
   * @throws IllegalArgumentException when not even one does
   */
  public static PhotoSheet of(Size size, double widthMm, double heightMm, int most) {
    int columns = room(size.widthMm - 2 * size.marginMm, widthMm);
    int rows = room(size.heightMm - 2 * size.marginMm, heightMm);
    if (columns * rows < 1) {
      throw new IllegalArgumentException(
          "a photo of %.1f×%.1f mm finds no room on %s".formatted(widthMm, heightMm, size));
    }
    int copies = Math.min(most, columns * rows);
    int across = Math.min(columns, copies);
    return new PhotoSheet(size, widthMm, heightMm, across, Math.ceilDiv(copies, across), copies);
  }

  private static int room(double length, double photo) {
    return (int) Math.floor((length + BETWEEN_MM) / (photo + BETWEEN_MM));
  }

  /**
   * The sheet as a PDF.
   *
   * @param jpeg the photo's file
   */
  public byte[] pdf(byte[] jpeg, ZonedDateTime made) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Archival.describe(document, "证件照片 / Document photos", "zh-CN", made);
      PDPage page = new PDPage(new PDRectangle(points(size.widthMm), points(size.heightMm)));
      document.addPage(page);
      PDImageXObject photo = JPEGFactory.createFromByteArray(document, jpeg);
      try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
        for (int copy = 0; copy < copies; copy++) {
          double x = x(copy % columns);
          double y = y(copy / columns);
          pen.drawImage(photo, points(x), points(y), points(widthMm), points(heightMm));
        }
        marks(pen);
      }
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("A PDF in memory could not be written.", e);
    }
  }

  /** Short lines outside the block of photos, along each of their edges. */
  private void marks(PDPageContentStream pen) throws IOException {
    pen.setLineWidth(MARK_WIDTH_PT);
    pen.setStrokingColor(MARK_GREY);
    double mark = Math.min(MARK_MM, size.marginMm);
    double left = x(0);
    double right = x(columns - 1) + widthMm;
    double bottom = y(rows - 1);
    double top = y(0) + heightMm;
    for (int column = 0; column < columns; column++) {
      for (double x : new double[] {x(column), x(column) + widthMm}) {
        line(pen, x, bottom, x, bottom - mark);
        line(pen, x, top, x, top + mark);
      }
    }
    for (int row = 0; row < rows; row++) {
      for (double y : new double[] {y(row), y(row) + heightMm}) {
        line(pen, left, y, left - mark, y);
        line(pen, right, y, right + mark, y);
      }
    }
    pen.stroke();
  }

  private static void line(PDPageContentStream pen, double x, double y, double toX, double toY)
      throws IOException {
    pen.moveTo(points(x), points(y));
    pen.lineTo(points(toX), points(toY));
  }

  /** The left edge of a column; the block stands in the middle of the sheet. */
  private double x(int column) {
    double block = columns * (widthMm + BETWEEN_MM) - BETWEEN_MM;
    return (size.widthMm - block) / 2 + column * (widthMm + BETWEEN_MM);
  }

  /** The lower edge of a row, from the sheet's lower edge; the first row is the upper one. */
  private double y(int row) {
    double block = rows * (heightMm + BETWEEN_MM) - BETWEEN_MM;
    return (size.heightMm + block) / 2 - heightMm - row * (heightMm + BETWEEN_MM);
  }

  private static float points(double mm) {
    return (float) (mm * POINTS);
  }
}
