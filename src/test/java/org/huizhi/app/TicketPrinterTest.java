package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.huizhi.printer.FolderPrinter;
import org.huizhi.queue.QueueRules;
import org.huizhi.queue.SampleTicket;
import org.huizhi.queue.Ticket;
import org.huizhi.queue.TicketKind;
import org.huizhi.receipt.Paper;
import org.huizhi.receipt.SlipFonts;
import org.huizhi.receipt.SlipPreview;
import org.huizhi.screen.WordsFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketPrinterTest {
  private static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneId.of("Asia/Shanghai"));
  private static final QueueRules RULES =
      new QueueRules(
          true,
          true,
          Map.of(),
          3,
          Duration.ofSeconds(25),
          Duration.ofSeconds(6),
          Map.of("zh", "请带好身份证件，听到叫号后到指定机器", "ug", "نومۇر"),
          Optional.of("roll"),
          List.of(
              new TicketKind(
                  "priority",
                  "P",
                  Duration.ofMinutes(15),
                  Map.of("zh", "优先：老人、孕妇、婴幼儿、残障人士、军人", "en", "Priority"))));

  @TempDir Path dir;

  private static Ticket ticket(String number) {
    return SampleTicket.waiting("7b7f6a0e", number, "priority", NOON);
  }

  private TicketPrinter printer(Path folder, Paper paper) throws Exception {
    return new TicketPrinter(
        new FolderPrinter("roll", folder),
        paper,
        SlipFonts.load(List.of()),
        WordsFiles.read(),
        RULES,
        CLOCK);
  }

  @Test
  void aTicketComesOutOfEachPaperAndIsRead() throws Exception {
    Path pictures = Files.createDirectories(Path.of("target/screens"));
    for (Paper paper : Paper.values()) {
      Path folder = dir.resolve(paper.name());
      assertTrue(printer(folder, paper).print(ticket("VIP100199")));
      byte[] pdf;
      try (Stream<Path> files = Files.list(folder)) {
        pdf =
            Files.readAllBytes(
                files.filter(f -> f.toString().endsWith(".pdf")).findFirst().orElseThrow());
      }
      byte[] png = SlipPreview.png(pdf, 203);
      Files.write(pictures.resolve("ticket-paper-" + paper + ".png"), png);
      assertEquals("VIP100199 4711", code(png));
    }
  }

  private static String code(byte[] png) throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
        .getText();
  }

  /** A printer that is not ready or fails is never said to have printed. */
  @Test
  void onlyWhatThePrinterSaysIsPrinted() throws Exception {
    Path file = Files.writeString(dir.resolve("file"), "no folder can be here");
    assertFalse(printer(file.resolve("below"), Paper.ROLL_80).print(ticket("A001")));
  }
}
