package org.huizhi.app;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.huizhi.camera.PictureFile;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import picocli.CommandLine.ExitCode;

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

  private final Path file;
  private final BufferedImage sheet;
  private final Graphics2D pen;
  private int count;

  /**
   * An empty sheet, before anything is put on it or made.
   *
   * @param file where {@link #write} puts it: a PNG that is not there yet, in a folder that is
   * @param pictures how many there will be, 1 to {@link #MOST}
   * @throws Refusal when it could not be written, or is not what was meant
   * @throws IOException when the program lacks its font
   */
  ContactSheet(Path file, int pictures) throws Refusal, IOException {
    this.file = file.toAbsolutePath();
    refuse(!this.file.toString().endsWith(".png"), file + " must end in .png");
    FreshFile.of(file);
    refuse(pictures > MOST, "it holds at most " + MOST + " pictures");
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

  private static void refuse(boolean wrong, String why) throws Refusal {
    if (wrong) {
      throw new Refusal(ExitCode.USAGE, "the contact sheet is refused: " + why);
    }
  }

  /**
   * Adds the next pair; a picture that cannot be read leaves its place empty.
   *
   * @param photo the file that became of the shot; empty where none did
   */
  void add(Path shot, Optional<Path> photo) {
    int x = GAP_PX + count % COLUMNS * CELL_PX;
    int y = GAP_PX + count / COLUMNS * ROW_PX;
    count++;
    int right = x + draw(shot, x, y, SHOT_PX);
    photo.ifPresent(made -> draw(made, right, y, PHOTO_PX));
    String missing = photo.isEmpty() ? "未制成 / not made: " : "";
    Shape all = pen.getClip();
    pen.setClip(x, y + HEIGHT_PX, CELL_PX - GAP_PX, LINE_PX);
    pen.drawString(missing + Documents.stem(shot), x, y + HEIGHT_PX + 24);
    pen.setClip(all);
  }

  /** Draws a picture as large as fits; gives its width. */
  private int draw(Path picture, int x, int y, int mostWide) {
    Mat small = new Mat();
    try {
      Mat whole = PictureFile.read(picture);
      double scale = Math.min((double) mostWide / whole.cols(), (double) HEIGHT_PX / whole.rows());
      long width = Math.max(1, Math.round(scale * whole.cols()));
      long height = Math.max(1, Math.round(scale * whole.rows()));
      Imgproc.resize(whole, small, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
      whole.release();
      pen.drawImage(ImageIO.read(new ByteArrayInputStream(Encoding.png(small))), x, y, null);
      return small.cols();
    } catch (PictureFile.Unreadable | IOException unreadable) {
      return 0; // said when the photo was to be made
    } finally {
      small.release();
    }
  }

  /** The photos are made by then: whatever is wrong with the sheet is said, and no more. */
  void write() throws Refusal {
    try {
      ImageIO.write(sheet, "png", file.toFile());
    } catch (IOException wrong) {
      refuse(true, "it could not be written: " + wrong.getMessage());
    }
  }
}
