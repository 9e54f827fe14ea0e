package org.huizhi.app;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Many shots on one picture, each beside the photo that became of it: to look at side by side. */
final class ContactSheet {
  /** More would make a picture that few programs open. */
  static final int MOST = 200;

  private static final int COLUMNS = 3;
  private static final int PICTURE_PX = 300;
  private static final int MOST_WIDE_PX = 900;
  private static final int LINE_PX = 36;
  private static final int GAP_PX = 16;
  private static final Color PAPER = new Color(0xD5DAE0);
  private static final Color INK = new Color(0x16212E);

  private final List<Pair> pairs = new ArrayList<>();

  /** A shot and its photo, both as small as they are shown. */
  private record Pair(String name, BufferedImage shot, Optional<BufferedImage> photo) {
    int width() {
      return shot.getWidth() + photo.map(BufferedImage::getWidth).orElse(0);
    }
  }

  /**
   * @param shot a picture file
   * @param photo the file that became of it; empty where the shot was refused
   * @throws IOException when one of them is no picture
   */
  void add(String name, byte[] shot, Optional<byte[]> photo) throws IOException {
    Optional<BufferedImage> made =
        photo.isEmpty() ? Optional.empty() : Optional.of(small(photo.get()));
    pairs.add(new Pair(name, small(shot), made));
  }

  private static BufferedImage small(byte[] file) throws IOException {
    BufferedImage whole = ImageIO.read(new ByteArrayInputStream(file));
    if (whole == null) {
      throw new IOException("no picture");
    }
    int width =
        Math.clamp((long) whole.getWidth() * PICTURE_PX / whole.getHeight(), 1, MOST_WIDE_PX);
    BufferedImage small = new BufferedImage(width, PICTURE_PX, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = small.createGraphics();
    pen.drawImage(
        whole.getScaledInstance(width, PICTURE_PX, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    pen.dispose();
    return small;
  }

  /** The sheet as a PNG: three pairs in a row, each with its name below. */
  byte[] png() throws IOException {
    int cell = GAP_PX + pairs.stream().mapToInt(Pair::width).max().orElse(PICTURE_PX);
    int rows = (pairs.size() + COLUMNS - 1) / COLUMNS;
    int row = PICTURE_PX + LINE_PX + GAP_PX;
    BufferedImage sheet =
        new BufferedImage(
            GAP_PX + Math.min(COLUMNS, Math.max(1, pairs.size())) * cell,
            GAP_PX + Math.max(1, rows) * row,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = sheet.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setFont(SpecPicture.font().deriveFont(Font.PLAIN, 20f));
    pen.setColor(PAPER);
    pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    pen.setColor(INK);
    for (int i = 0; i < pairs.size(); i++) {
      draw(pen, pairs.get(i), GAP_PX + i % COLUMNS * cell, GAP_PX + i / COLUMNS * row);
    }
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(sheet, "png", bytes);
    return bytes.toByteArray();
  }

  private static void draw(Graphics2D pen, Pair pair, int x, int y) {
    pen.drawImage(pair.shot(), x, y, null);
    pair.photo().ifPresent(photo -> pen.drawImage(photo, x + pair.shot().getWidth(), y, null));
    String refused = pair.photo().isEmpty() ? " 未通过 / refused" : "";
    pen.drawString(pair.name() + refused, x, y + PICTURE_PX + LINE_PX - 12);
  }
}
