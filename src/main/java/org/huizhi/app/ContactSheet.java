package org.huizhi.app;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Many shots on one picture, each beside the photo that became of it: to look at side by side. */
final class ContactSheet {
  /** More would make a picture that few programs open. */
  static final int MOST = 60;

  private static final int COLUMNS = 3;
  private static final int HEIGHT_PX = 300;
  private static final int SHOT_PX = 450;
  private static final int PHOTO_PX = 300;
  private static final int LINE_PX = 36;
  private static final int GAP_PX = 16;
  private static final int CELL_PX = SHOT_PX + PHOTO_PX + GAP_PX;
  private static final int ROW_PX = HEIGHT_PX + LINE_PX + GAP_PX;
  private static final Color PAPER = new Color(0xD5DAE0);
  private static final Color INK = new Color(0x16212E);

  private final BufferedImage sheet;
  private final Graphics2D pen;
  private int count;

  /**
   * @param pictures how many there will be, at least one
   * @throws IOException when the program lacks its font
   */
  ContactSheet(int pictures) throws IOException {
    int rows = (pictures + COLUMNS - 1) / COLUMNS;
    int width = GAP_PX + Math.min(COLUMNS, pictures) * CELL_PX;
    sheet = new BufferedImage(width, GAP_PX + rows * ROW_PX, BufferedImage.TYPE_3BYTE_BGR);
    pen = sheet.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setFont(SpecPicture.font().deriveFont(Font.PLAIN, 20f));
    pen.setColor(PAPER);
    pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    pen.setColor(INK);
  }

  /**
   * Adds the next pair.
   *
   * @param shot a picture file; empty where it could not be read
   * @param photo the file that became of it; empty where none did
   */
  void add(String name, Optional<byte[]> shot, Optional<byte[]> photo) throws IOException {
    int x = GAP_PX + count % COLUMNS * CELL_PX;
    int y = GAP_PX + count / COLUMNS * ROW_PX;
    count++;
    int right = x + (shot.isEmpty() ? 0 : draw(shot.get(), x, y, SHOT_PX));
    if (photo.isPresent()) {
      draw(photo.get(), right, y, PHOTO_PX);
    }
    Shape all = pen.getClip();
    pen.setClip(x, y + HEIGHT_PX, CELL_PX - GAP_PX, LINE_PX);
    pen.drawString((photo.isEmpty() ? "未制成 / not made: " : "") + name, x, y + HEIGHT_PX + 24);
    pen.setClip(all);
  }

  /** Draws a picture as large as fits; gives its width. */
  private int draw(byte[] file, int x, int y, int mostWide) throws IOException {
    BufferedImage whole = ImageIO.read(new ByteArrayInputStream(file));
    if (whole == null) {
      throw new IOException("no picture");
    }
    double scale =
        Math.min((double) mostWide / whole.getWidth(), (double) HEIGHT_PX / whole.getHeight());
    int width = (int) Math.max(1, Math.round(scale * whole.getWidth()));
    int height = (int) Math.max(1, Math.round(scale * whole.getHeight()));
    pen.drawImage(whole.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), x, y, null);
    return width;
  }

  /** The sheet as a PNG. */
  byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(sheet, "png", bytes);
    return bytes.toByteArray();
  }
}
