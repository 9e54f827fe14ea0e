package org.huizhi.receipt;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.huizhi.config.ConfigMistakes;
import org.huizhi.config.KioskConfig;
import org.huizhi.record.Personal;
import org.huizhi.record.PhotoFile;

/** Slips for tests. */
public final class SlipSamples {
  static final SlipFonts FONTS = SlipFonts.load(List.of());
  static final ZonedDateTime TAKEN =
      ZonedDateTime.of(2026, 11, 26, 10, 30, 5, 0, ZoneId.of("Asia/Shanghai"));
  static final ImageNumbers NUMBERS = ImageNumbers.of(ImageNumbers.DEFAULT_PATTERN, "");

  private SlipSamples() {}

  static final SlipKeys.Own KEY = key();

  private static SlipKeys.Own key() {
    try {
      return SlipKeys.open(Files.createTempDirectory("huizhi-keys"), "1");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static String code(String number, PhotoFile photo) {
    return SlipCode.sign(number, "hk-macau-permit", TAKEN.toLocalDate(), photo.sha256(), KEY);
  }

  /** A photo of the right pixels; whether it obeys the rules does not matter here. */
  public static PhotoFile photo() {
    try (InputStream in =
        Objects.requireNonNull(
            SlipSamples.class.getResourceAsStream("/pictures/franck_02159.jpg"))) {
      BufferedImage source = ImageIO.read(in);
      BufferedImage photo = new BufferedImage(354, 472, BufferedImage.TYPE_INT_RGB);
      Graphics2D pen = photo.createGraphics();
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      int wide = source.getHeight() * 3 / 4;
      int left = (source.getWidth() - wide) / 2;
      pen.drawImage(source, 0, 0, 354, 472, left, 0, left + wide, source.getHeight(), null);
      pen.dispose();
      ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
      ImageIO.write(photo, "jpg", jpeg);
      return PhotoFile.of(jpeg.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A pack that ships with the kiosk. */
  public static SlipPack pack(String name) {
    try {
      return Objects.requireNonNull(
          KioskConfig.read(Path.of("kiosk-config")).slips().get(name), name);
    } catch (ConfigMistakes e) {
      throw new IllegalStateException(e);
    }
  }

  static SlipData data(String name) {
    return data(NUMBERS.number(TAKEN.toLocalDate(), 1234567), name, 1, false);
  }

  static SlipData data(String number, String name, int copy, boolean specimen) {
    return new SlipData(
        number,
        NUMBERS.grouped(number),
        Map.of("zh", "往来港澳通行证", "en", "Hong Kong–Macau permit"),
        Map.of("zh", "某某市公安局出入境接待大厅", "en", "Exit-entry hall"),
        new Personal(Optional.of(name), Optional.of("11010519491231002X")),
        TAKEN,
        Period.ofMonths(6),
        photo(),
        300,
        copy,
        specimen,
        specimen ? SlipCode.SPECIMEN : code(number, photo()));
  }

  /** A finished A4 slip. */
  public static byte[] pdf() {
    return new SlipMaker(FONTS).pdf(data("张三"), pack("exit-entry"), Paper.A4, 300);
  }

  /** The same for a thermal roll. */
  public static byte[] rollPdf() {
    return new SlipMaker(FONTS).pdf(data("张三"), pack("exit-entry"), Paper.ROLL_80, 203);
  }

  /** What a scanner reads from a slip that is printed at 300 dpi. */
  public static String scan(byte[] pdf) throws Exception {
    return SlipMakerTest.scan(pdf, 300).getText();
  }
}
