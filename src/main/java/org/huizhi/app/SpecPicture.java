package org.huizhi.app;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.huizhi.spec.Code;
import org.huizhi.spec.Geometry;
import org.huizhi.spec.HeadAim;
import org.huizhi.spec.Range;
import org.huizhi.spec.Rgb;
import org.huizhi.spec.Spec;

/** Draws a document's template: the head it aims at, and each range as a band with its figures. */
final class SpecPicture {
  private static final int ZOOM = 2;
  private static final int MARGIN = 40;
  private static final int TEXT = 560;
  private static final int ROW = 34;
  private static final Color INK = new Color(0x16212E);
  private static final Rgb KEPT = new Rgb(224, 224, 224);
  private static final Color BLUE = new Color(0x0B5FA5);
  private static final Color BAND = new Color(0x330B5FA5, true);
  private static final double MM_AN_INCH = 25.4;

  private final Spec spec;
  private final HeadAim aim;
  private final Graphics2D pen;
  private final double middle;
  private int row;

  private SpecPicture(Spec spec, Graphics2D pen) {
    this.spec = spec;
    this.pen = pen;
    aim = HeadAim.of(spec.geometry());
    middle = spec.picture().widthPx() / 2.0;
  }

  static byte[] png(Spec spec) throws IOException {
    int width = 3 * MARGIN + ZOOM * spec.picture().widthPx() + TEXT;
    int height = 2 * MARGIN + Math.max(ZOOM * spec.picture().heightPx(), 18 * ROW);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(new Color(0xF7F8FA));
    pen.fillRect(0, 0, width, height);
    pen.setFont(font());
    new SpecPicture(spec, pen).draw();
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  static Font font() throws IOException {
    String resource = "/fonts/400Regular/NotoSansSC_400Regular.ttf";
    try (InputStream in = SpecPicture.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the font " + resource + " is missing in the program");
      }
      return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(17f);
    } catch (FontFormatException wrong) {
      throw new IOException(resource + " is no font", wrong);
    }
  }

  private void draw() {
    int width = spec.picture().widthPx();
    int height = spec.picture().heightPx();
    Rgb behind = spec.background().colour().orElse(KEPT);
    pen.setColor(new Color(behind.red(), behind.green(), behind.blue()));
    pen.fill(box(0, 0, width, height));
    bands(height);
    spec.geometry().headWidthPx().or(() -> spec.geometry().faceWidthPx()).ifPresent(this::sides);
    pen.setColor(INK);
    pen.setStroke(new BasicStroke(2));
    pen.draw(box(0, 0, width, height));
    head();
    figures();
  }

  /** Where crown, eyes and chin may stand. */
  private void bands(int height) {
    spec.geometry().crownGapPx().ifPresent(range -> band(range.least(), range.most()));
    spec.geometry().eyeLinePx().ifPresent(range -> band(range.least(), range.most()));
    spec.geometry()
        .chinGapPx()
        .ifPresentOrElse(
            range -> band(height - range.most(), height - range.least()),
            () ->
                spec.geometry()
                    .headHeightPx()
                    .ifPresent(
                        range -> band(aim.crownY() + range.least(), aim.crownY() + range.most())));
  }

  private void band(double from, double to) {
    pen.setColor(BAND);
    pen.fill(box(0, from, spec.picture().widthPx(), to - from));
  }

  /** Where the sides of a head in the middle may stand. */
  private void sides(Range width) {
    pen.setColor(BAND);
    double wide = (width.most() - width.least()) / 2;
    double height = aim.chinY() - aim.crownY();
    for (double left : new double[] {-width.most() / 2, width.least() / 2}) {
      pen.fill(box(middle + left, aim.crownY(), wide, height));
    }
  }

  private void head() {
    pen.setColor(BLUE);
    double half = aim.headWidth() / 2;
    pen.draw(
        new Ellipse2D.Double(
            MARGIN + ZOOM * (middle - half),
            MARGIN + ZOOM * aim.crownY(),
            ZOOM * aim.headWidth(),
            ZOOM * (aim.chinY() - aim.crownY())));
    for (double side : new double[] {-0.5, 0.5}) {
      double x = middle + side * aim.pupilDistance();
      pen.draw(line(x - 5, aim.eyeLineY(), x + 5, aim.eyeLineY()));
      pen.draw(line(x, aim.eyeLineY() - 5, x, aim.eyeLineY() + 5));
    }
    float[] dashes = {8, 6};
    pen.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, dashes, 0));
    double off = spec.geometry().mostOffCentrePx();
    for (double x : new double[] {middle - off, middle + off}) {
      pen.draw(line(x, 0, x, spec.picture().heightPx()));
    }
    for (double y : new double[] {aim.crownY(), aim.eyeLineY(), aim.chinY()}) {
      pen.draw(line(0, y, spec.picture().widthPx(), y));
    }
  }

  private void figures() {
    pen.setColor(INK);
    text(spec.title("zh") + "  " + spec.title("en"));
    text(
        String.format(
            Locale.ROOT,
            "%d × %d px = %.1f × %.1f mm at %d dpi",
            spec.picture().widthPx(),
            spec.picture().heightPx(),
            mm(spec.picture().widthPx()),
            mm(spec.picture().heightPx()),
            spec.picture().dpi()));
    for (Code code : Geometry.DEMANDS) {
      spec.geometry().range(code).ifPresent(range -> text(figures(code, range)));
    }
    text(String.format(Locale.ROOT, "off centre ≤ %.0f px", spec.geometry().mostOffCentrePx()));
    spec.geometry()
        .givesWay()
        .forEach((weak, strong) -> text(name(weak) + " gives way to " + name(strong)));
    Range bytes = spec.file().bytes();
    text(
        String.format(
            Locale.ROOT,
            "file %.0f–%.0f bytes, JPEG quality ≥ %d",
            bytes.least(),
            bytes.most(),
            spec.file().leastQuality()));
    text("background " + spec.background());
    text("slip " + spec.slip() + ", valid for " + spec.validity());
  }

  private String figures(Code code, Range range) {
    return String.format(
        Locale.ROOT,
        "%s %.0f–%.0f px (aim %.0f) = %.1f–%.1f mm",
        name(code),
        range.least(),
        range.most(),
        range.aim(),
        mm(range.least()),
        mm(range.most()));
  }

  private static String name(Code code) {
    return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private double mm(double px) {
    return px * MM_AN_INCH / spec.picture().dpi();
  }

  private void text(String sentence) {
    row++;
    pen.drawString(sentence, 2 * MARGIN + ZOOM * spec.picture().widthPx(), MARGIN - 8 + row * ROW);
  }

  private static Rectangle2D box(double x, double y, double width, double height) {
    return new Rectangle2D.Double(
        MARGIN + ZOOM * x, MARGIN + ZOOM * y, ZOOM * width, ZOOM * height);
  }

  private static Line2D line(double x1, double y1, double x2, double y2) {
    return new Line2D.Double(
        MARGIN + ZOOM * x1, MARGIN + ZOOM * y1, MARGIN + ZOOM * x2, MARGIN + ZOOM * y2);
  }
}
