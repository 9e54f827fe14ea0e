package org.huizhi.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.huizhi.config.KioskConfig;
import org.huizhi.record.Personal;
import org.huizhi.record.PhotoFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pack that ships, on each of its papers, with the longest values that can come. */
class SlipPacksTest {
  private static final SlipMaker MAKER = new SlipMaker(SlipSamples.FONTS);
  private static final PhotoFile PHOTO = SlipSamples.photo();
  private static final String NUMBER =
      SlipSamples.NUMBERS.number(SlipSamples.TAKEN.toLocalDate(), 9_999_999);

  static Stream<Arguments> packsOnPapers() throws Exception {
    List<Arguments> all = new ArrayList<>();
    KioskConfig.read(Path.of("kiosk-config"))
        .slips()
        .values()
        .forEach(pack -> pack.papers().forEach(paper -> all.add(Arguments.of(pack, paper))));
    return all.stream();
  }

  static SlipData longest(String number) {
    return new SlipData(
        number,
        SlipSamples.NUMBERS.grouped(number),
        Map.of("zh", "港澳居民来往内地通行证（非中国籍）", "en", "Mainland Travel Permit, non-Chinese citizens"),
        Map.of(
            "zh", "某某壮族苗族自治州某某县公安局出入境管理大队政务服务中心综合窗口第十二号自助照相点", "en", "Self-service photo point 12"),
        new Personal(Optional.of("买".repeat(50)), Optional.of("11010519491231002X")),
        SlipSamples.TAKEN,
        Period.ofDays(180),
        PHOTO,
        300,
        12,
        false,
        SlipSamples.code(number, PHOTO));
  }

  @ParameterizedTest
  @MethodSource("packsOnPapers")
  void theLongestValuesStayInsideTheMargins(SlipPack pack, Paper paper) throws Exception {
    byte[] pdf = MAKER.pdf(longest(NUMBER), pack, paper, dpi(paper));
    assertTrue(pdf.length <= 150_000, pdf.length + " bytes");
    BufferedImage page = SlipMakerTest.render(pdf, 100);
    double dotsPerMm = 100 / 25.4;
    int margin = (int) ((paper.marginMm() - 2.5) * dotsPerMm);
    assertBlank(page, 0, margin, 0, page.getHeight());
    assertBlank(page, page.getWidth() - margin, page.getWidth(), 0, page.getHeight());
    assertBlank(page, 0, page.getWidth(), page.getHeight() - margin / 2, page.getHeight());
    String text = SlipMakerTest.text(pdf).replaceAll("\\s", "");
    assertTrue(text.contains(pack.version()) && text.contains(pack.name()), text);
  }

  private static void assertBlank(BufferedImage page, int x1, int x2, int y1, int y2) {
    for (int y = y1; y < y2; y++) {
      for (int x = x1; x < x2; x++) {
        assertEquals(0xFFFFFF, page.getRGB(x, y) & 0xFFFFFF, "ink at " + x + "," + y);
      }
    }
  }

  /** Every pack and paper as it ships, and each paper with the other symbologies. */
  static Stream<Arguments> barcodes() throws Exception {
    SlipPack pack = SlipSamples.pack("exit-entry");
    Stream<Arguments> others =
        Stream.of(Symbology.CODE_128, Symbology.QR, Symbology.DATA_MATRIX)
            .flatMap(
                symbology ->
                    Stream.of(Paper.values())
                        .map(paper -> Arguments.of(with(pack, symbology), paper)));
    return Stream.concat(packsOnPapers(), others);
  }

  static SlipPack with(SlipPack pack, Symbology symbology) {
    return new SlipPack(
        pack.name(),
        pack.version(),
        pack.languages(),
        pack.papers(),
        pack.title(),
        pack.unitLine(),
        pack.sentences(),
        pack.fields(),
        pack.notForOthers(),
        pack.statement(),
        pack.signature(),
        new SlipPack.Barcode(
            symbology, SlipPack.Content.IMAGE_NUMBER, symbology == Symbology.CODE_128 ? 14 : 16),
        pack.photo(),
        pack.stub(),
        pack.detectionCentre());
  }

  @ParameterizedTest
  @MethodSource("barcodes")
  void bothCodesAreReadFromABadPrint(SlipPack pack, Paper paper) throws Exception {
    SlipData data = longest(NUMBER);
    byte[] pdf = MAKER.pdf(data, pack, paper, dpi(paper));
    String window = new SlipWords(pack, data).barcode();
    for (int dpi : new int[] {203, 300}) {
      BufferedImage bad = spoilt(SlipMakerTest.render(pdf, dpi));
      assertEquals(List.of(window, data.signedCode()), read(bad, pack, paper), dpi + " dpi");
    }
  }

  private static List<String> read(BufferedImage page, SlipPack pack, Paper paper)
      throws Exception {
    double middle = (paper.marginMm() + SlipLayout.mostCodeMm(paper) / 2) / paper.widthMm();
    return List.of(
        SlipMakerTest.window(page, pack.barcode().symbology(), middle), SlipMakerTest.signed(page));
  }

  private static int dpi(Paper paper) {
    return paper.roll() ? 203 : 300;
  }

  /** Slight blur, turned by 3°, and noise of ±20 % of the range on every pixel. */
  static BufferedImage spoilt(BufferedImage page) {
    BufferedImage turned =
        new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = turned.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, page.getWidth(), page.getHeight());
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(
        page,
        AffineTransform.getRotateInstance(
            Math.toRadians(3), page.getWidth() / 2.0, page.getHeight() / 2.0),
        null);
    pen.dispose();
    float[] soft = {
      1 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 4 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 1 / 16f
    };
    BufferedImage blurred = new ConvolveOp(new Kernel(3, 3, soft)).filter(turned, null);
    Random random = new Random(3);
    int[] grey = new int[1];
    for (int y = 0; y < blurred.getHeight(); y++) {
      for (int x = 0; x < blurred.getWidth(); x++) {
        blurred.getRaster().getPixel(x, y, grey);
        grey[0] = Math.clamp(grey[0] + random.nextInt(-51, 52), 0, 255);
        blurred.getRaster().setPixel(x, y, grey);
      }
    }
    return blurred;
  }
}
