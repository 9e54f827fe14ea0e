package org.huizhi.app;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.huizhi.config.KioskConfig;
import org.huizhi.receipt.ImageNumbers;
import org.huizhi.receipt.Paper;
import org.huizhi.receipt.SlipCode;
import org.huizhi.receipt.SlipData;
import org.huizhi.receipt.SlipFonts;
import org.huizhi.receipt.SlipKeys;
import org.huizhi.receipt.SlipMaker;
import org.huizhi.receipt.SlipPack;
import org.huizhi.receipt.SlipPreview;
import org.huizhi.record.Personal;
import org.huizhi.record.PhotoFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kiosk slips}: every slip pack on one page, for people to look at. */
@Command(
    name = "slips",
    description = "Draws every slip pack in each paper and language onto one picture.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:drawn", "2:a slip does not fit its paper, or the file cannot be written"})
final class SlipsCommand implements Callable<Integer> {
  private static final int GAP = 12;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The PNG file.")
  private Path out = Path.of(".");

  @Option(
      names = "--longest",
      description = "With the longest values: 50 characters of name, the longest unit.")
  private boolean longest;

  @Option(names = "--dpi", description = "Pixels per inch: ${DEFAULT-VALUE}.")
  private int dpi = 60;

  @Override
  public Integer call() throws Exception {
    KioskConfig read = config.read();
    FreshFile.of(out);
    SlipMaker maker = new SlipMaker(SlipFonts.load(read.kiosk().fonts()));
    SlipData data = sample(read);
    List<List<BufferedImage>> rows = new ArrayList<>();
    for (SlipPack pack : read.slips().values()) {
      List<BufferedImage> row = new ArrayList<>();
      for (SlipPack spoken : spoken(pack)) {
        for (Paper paper : pack.papers()) {
          row.add(page(maker, data, spoken, paper));
        }
      }
      rows.add(row);
      System.out.println(pack.name() + " " + pack.version());
    }
    ImageIO.write(together(rows), "png", out.toFile());
    return ExitCode.OK;
  }

  /** All languages together as it ships, then each alone. */
  private static List<SlipPack> spoken(SlipPack pack) {
    List<SlipPack> all = new ArrayList<>(List.of(pack));
    pack.languages().forEach(language -> all.add(pack.in(language)));
    return all;
  }

  private BufferedImage page(SlipMaker maker, SlipData data, SlipPack pack, Paper paper)
      throws Refusal, IOException {
    try {
      byte[] pdf = maker.pdf(data, pack, paper, paper.usualDpi());
      return ImageIO.read(new ByteArrayInputStream(SlipPreview.png(pdf, dpi)));
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
    }
  }

  private static BufferedImage together(List<List<BufferedImage>> rows) {
    int width = rows.stream().mapToInt(SlipsCommand::width).max().orElse(1);
    int height = rows.stream().mapToInt(row -> GAP + height(row)).sum() + GAP;
    BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = sheet.createGraphics();
    pen.setColor(Color.GRAY);
    pen.fillRect(0, 0, width, height);
    int y = GAP;
    for (List<BufferedImage> row : rows) {
      int x = GAP;
      for (BufferedImage page : row) {
        pen.drawImage(page, x, y, null);
        x += page.getWidth() + GAP;
      }
      y += height(row) + GAP;
    }
    pen.dispose();
    return sheet;
  }

  private static int width(List<BufferedImage> row) {
    return GAP + row.stream().mapToInt(page -> page.getWidth() + GAP).sum();
  }

  private static int height(List<BufferedImage> row) {
    return row.stream().mapToInt(BufferedImage::getHeight).max().orElse(1);
  }

  private SlipData sample(KioskConfig read) throws IOException {
    ZonedDateTime now = ZonedDateTime.now(read.kiosk().timeZone());
    ImageNumbers numbers = ImageNumbers.of(read.kiosk().imageNumber(), read.kiosk().machine());
    String number = numbers.number(now.toLocalDate(), 1);
    PhotoFile photo = PhotoFile.of(silhouette());
    return new SlipData(
        number,
        numbers.grouped(number),
        longest
            ? Map.of(
                "zh", "港澳居民来往内地通行证（非中国籍）", "en", "Mainland Travel Permit, non-Chinese citizens")
            : Map.of("zh", "往来港澳通行证", "en", "Hong Kong–Macau permit"),
        longest
            ? Map.of(
                "zh",
                "某某壮族苗族自治州某某县公安局出入境管理大队政务服务中心综合窗口第十二号自助照相点",
                "en",
                "Self-service photo point 12, Exit-Entry Administration Brigade")
            : read.kiosk().unit(),
        new Personal(
            Optional.of(longest ? "买".repeat(50) : "欧阳喆"), Optional.of("11010519491231002X")),
        now,
        Period.ofMonths(6),
        photo,
        300,
        longest ? 12 : 1,
        false,
        code(number, now, photo));
  }

  /** Signed by a key that is gone at once, so that no window takes the drawing for a slip. */
  private static String code(String number, ZonedDateTime now, PhotoFile photo) throws IOException {
    Path folder = Files.createTempDirectory("huizhi-slips");
    try {
      return SlipCode.sign(
          number,
          "hk-macau-permit",
          now.toLocalDate(),
          photo.sha256(),
          SlipKeys.open(folder, "drawing"));
    } finally {
      Folders.delete(folder);
    }
  }

  /** Nobody's photo. */
  static byte[] silhouette() {
    BufferedImage photo = new BufferedImage(354, 472, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = photo.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 354, 472);
    pen.setColor(new Color(0x9A, 0xA4, 0xB0));
    pen.fillOval(82, 40, 190, 260);
    pen.fillRoundRect(10, 340, 334, 260, 200, 200);
    pen.fillRect(132, 260, 90, 120);
    pen.dispose();
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try {
      ImageIO.write(photo, "jpg", jpeg);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return jpeg.toByteArray();
  }
}
