package org.huizhi.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huizhi.receipt.Paper;
import org.huizhi.receipt.SlipSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EscPosPrinterTest {
  private static final Slip SLIP =
      new Slip("case-1", "Y2611261234567E", Paper.ROLL_80, SlipSamples.rollPdf());
  private static final Duration SHORT = Duration.ofSeconds(3);

  private final List<String> steps = new ArrayList<>();

  private PrintOutcome print(PretendRoll roll) {
    return printer(roll).print(SLIP, () -> steps.add("began"));
  }

  private static EscPosPrinter printer(PretendRoll roll) {
    return new EscPosPrinter("roll", EscPosLine.parse("escpos:localhost:" + roll.port(), SHORT));
  }

  @Test
  void theSlipComesOutDotForDotAndReads() throws Exception {
    try (PretendRoll roll = new PretendRoll()) {
      assertEquals(PrinterState.READY, printer(roll).state());
      assertEquals(new PrintOutcome.Printed(), print(roll));
      assertEquals(List.of("began"), steps);
      BufferedImage paper = roll.paper();
      assertEquals(576, paper.getWidth(), "72 mm at 203 dpi");
      assertEquals("Y2611261234567E", scan(paper));
      assertEquals(1, roll.cuts());
    }
  }

  private static String scan(BufferedImage paper) throws Exception {
    return new MultiFormatReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(paper))),
            Map.of(
                DecodeHintType.TRY_HARDER,
                true,
                DecodeHintType.POSSIBLE_FORMATS,
                List.of(BarcodeFormat.CODE_39)))
        .getText();
  }

  @Test
  void withoutPaperNothingIsSent() throws Exception {
    try (PretendRoll roll = new PretendRoll()) {
      roll.paperSensor(0x72);
      assertEquals(Set.of(Obstacle.PAPER_OUT), printer(roll).state().obstacles());
      assertInstanceOf(PrintOutcome.Failed.class, print(roll));
      assertEquals(0, roll.cuts());
      assertEquals(List.of(), steps);
      roll.paperSensor(0x1E);
      assertEquals(new PrinterState(Set.of(), Set.of("media-low")), printer(roll).state());
      roll.paperSensor(0x12);
      roll.offline(0x16);
      assertEquals(Set.of(Obstacle.COVER_OPEN), printer(roll).state().obstacles());
    }
  }

  @Test
  void paperThatEndsInTheMiddleIsUnknown() throws Exception {
    try (PretendRoll roll = new PretendRoll()) {
      roll.endsWithTheSlip();
      assertInstanceOf(PrintOutcome.Unknown.class, print(roll));
    }
  }

  @Test
  void aPrinterThatFallsSilentIsUnknownAndOneThatIsGoneFailed() throws Exception {
    EscPosPrinter gone;
    try (PretendRoll roll = new PretendRoll()) {
      roll.fallsSilent();
      assertInstanceOf(PrintOutcome.Unknown.class, print(roll));
      gone = printer(roll);
    }
    assertInstanceOf(PrintOutcome.Failed.class, gone.print(SLIP, () -> {}));
    assertEquals(Set.of(Obstacle.OFFLINE), gone.state().obstacles());
  }

  @Test
  void aDeviceFileOnlyTakesSoStaffMustLook(@TempDir Path folder) throws Exception {
    Path device = Files.createFile(folder.resolve("lp0"));
    EscPosPrinter printer = new EscPosPrinter("usb", EscPosLine.parse("escpos:" + device, SHORT));
    PrintOutcome.Unknown end =
        assertInstanceOf(PrintOutcome.Unknown.class, printer.print(SLIP, () -> {}));
    assertTrue(end.reason().contains("cannot tell"), end.reason());
    assertTrue(Files.size(device) > 50_000);
    EscPosPrinter none =
        new EscPosPrinter("usb", EscPosLine.parse("escpos:" + folder.resolve("lp1"), SHORT));
    assertInstanceOf(PrintOutcome.Failed.class, none.print(SLIP, () -> {}));
  }

  /** As a printer does whose paper has ended: the driver keeps the writer until there is more. */
  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(60)
  void aDeviceFileThatTakesNoMoreIsNotWaitedForForEver(@TempDir Path folder) throws Exception {
    Path device = folder.resolve("lp0");
    assertEquals(0, new ProcessBuilder("mkfifo", device.toString()).start().waitFor());
    EscPosPrinter printer = new EscPosPrinter("usb", EscPosLine.parse("escpos:" + device, SHORT));
    try (RandomAccessFile _ = new RandomAccessFile(device.toFile(), "rw")) { // reads nothing
      assertInstanceOf(PrintOutcome.Unknown.class, printer.print(SLIP, () -> {}));
    }
  }

  @Test
  void aWrongAddressIsExplained() {
    String said =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class, () -> EscPosLine.parse("escpos:roll", SHORT))
                .getMessage());
    assertTrue(said.contains("escpos:192.168.1.30:9100"), said);
  }
}
