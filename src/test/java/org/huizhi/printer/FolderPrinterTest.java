package org.huizhi.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.huizhi.receipt.Paper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderPrinterTest {
  private static final Slip SLIP = slip("Y2611260000001A", new byte[] {'%', 'P', 'D', 'F'});

  @TempDir Path dir;

  private static Slip slip(String number, byte[] pdf) {
    return new Slip("case-1", number, Paper.A4, pdf);
  }

  @Test
  void theFileIsTheSlip() throws Exception {
    FolderPrinter printer = new FolderPrinter("folder", dir.resolve("new/slips"));
    assertEquals(PrinterState.READY, printer.state());
    assertInstanceOf(PrintOutcome.Printed.class, printer.print(SLIP, () -> {}));
    Path file = dir.resolve("new/slips/Y2611260000001A_case-1.pdf");
    assertArrayEquals(SLIP.pdf(), Files.readAllBytes(file));
    assertInstanceOf(PrintOutcome.Printed.class, printer.recall(SLIP));
  }

  @Test
  void theSameJobIsOneFileHoweverOftenItIsSent() throws Exception {
    FolderPrinter printer = new FolderPrinter("folder", dir);
    printer.print(SLIP, () -> {});
    printer.print(slip("Y2611260000001A", new byte[] {1}), () -> {});
    try (Stream<Path> files = Files.list(dir)) {
      assertEquals(1, files.count());
    }
    assertArrayEquals(SLIP.pdf(), Files.readAllBytes(printer.file(SLIP)));
  }

  @Test
  void aHalfWrittenSlipIsClearedAwayAndMayBeSentAgain() throws Exception {
    FolderPrinter printer = new FolderPrinter("folder", dir);
    Path half = dir.resolve(SLIP.title() + ".part");
    Files.write(half, new byte[] {1});
    assertInstanceOf(PrintOutcome.Failed.class, printer.recall(SLIP));
    assertTrue(Files.notExists(half));
    assertInstanceOf(PrintOutcome.Printed.class, printer.print(SLIP, () -> {}));
  }

  @Test
  void forgetsWhatIsOld() throws Exception {
    FolderPrinter printer = new FolderPrinter("folder", dir);
    printer.print(SLIP, () -> {});
    Instant printed = Files.getLastModifiedTime(printer.file(SLIP)).toInstant();
    assertTrue(printer.forget(printed.minusSeconds(1)));
    assertTrue(Files.exists(printer.file(SLIP)));
    assertTrue(printer.forget(printed.plusSeconds(1)));
    assertTrue(Files.notExists(printer.file(SLIP)));
  }

  /** Whatever somebody else put there: the slips of all others would be kept for ever. */
  @Test
  void whatCannotBeDeletedKeepsNoOtherSlip() throws Exception {
    FolderPrinter printer = new FolderPrinter("folder", dir);
    for (int i = 0; i < 20; i++) { // in whatever order the folder lists them
      Files.createDirectories(dir.resolve("Y26112600000" + i + "A_old.pdf/in it"));
      Files.createFile(dir.resolve("Y26112600000" + i + "A_case.pdf"));
    }
    printer.forgetSlips("Y261126000000A");
    assertTrue(Files.notExists(dir.resolve("Y261126000000A_case.pdf")));
    printer.forget(Instant.now().plusSeconds(60));
    try (Stream<Path> left = Files.list(dir)) {
      assertTrue(left.allMatch(Files::isDirectory));
    }
  }

  @Test
  void saysThatOldSlipsMayBeLeftWhereItCannotLook() throws Exception {
    Path file = Files.createFile(dir.resolve("in-the-way"));
    FolderPrinter printer = new FolderPrinter("folder", file);
    assertFalse(printer.forget(Instant.MAX));
    assertFalse(printer.forgetSlips(SLIP.imageNumber()));
    assertTrue(new FolderPrinter("none", dir.resolve("new")).forget(Instant.MAX));
  }

  @Test
  void aSlipThatCannotBeDeletedKeepsNoOther() throws Exception {
    FolderPrinter printer = new FolderPrinter("folder", dir);
    printer.print(SLIP, () -> {});
    Path stuck = dir.resolve("A_stuck.pdf");
    Files.createDirectories(stuck.resolve("inside"));
    Path other = dir.resolve("Z_stuck.part");
    Files.createDirectories(other.resolve("inside"));
    assertFalse(printer.forget(Instant.MAX));
    assertTrue(Files.notExists(printer.file(SLIP)));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void saysSoOfADropBoxToo() throws Exception {
    Path box = Files.createDirectory(dir.resolve("box"));
    Files.setPosixFilePermissions(box, PosixFilePermissions.fromString("-wx------"));
    Assumptions.assumeFalse(Files.isReadable(box), "SKIPPED: root may look into everything");
    assertFalse(new FolderPrinter("folder", box).forget(Instant.MAX));
    Files.setPosixFilePermissions(box, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aDirectoryThatCannotBeIsFailedAndNotReady() throws Exception {
    Path file = Files.createFile(dir.resolve("in-the-way"));
    FolderPrinter printer = new FolderPrinter("folder", file);
    assertInstanceOf(PrintOutcome.Failed.class, printer.print(SLIP, () -> {}));
    assertEquals(Set.of(Obstacle.OFFLINE), printer.state().obstacles());
  }

  /** Else it would be said to have failed, and the next press would put another beside it. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aSlipInADropBoxIsPrintedThoughNobodyMayLookIn() throws Exception {
    Path box = Files.createDirectory(dir.resolve("box"));
    Files.setPosixFilePermissions(box, PosixFilePermissions.fromString("-wx------"));
    Assumptions.assumeFalse(Files.isReadable(box), "SKIPPED: root may look into everything");
    FolderPrinter printer = new FolderPrinter("folder", box);
    assertInstanceOf(PrintOutcome.Printed.class, printer.print(SLIP, () -> {}));
    assertTrue(Files.exists(printer.file(SLIP)));
    Files.setPosixFilePermissions(box, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aFullDiskIsFailedAndLeavesNothing() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(dir, "256k")) {
      FolderPrinter printer = new FolderPrinter("folder", disk.path());
      assertEquals(Set.of(Obstacle.DISK_FULL), printer.state().obstacles());
      assertInstanceOf(
          PrintOutcome.Failed.class,
          printer.print(slip("Y2611260000002A", new byte[1_000_000]), () -> {}));
      try (Stream<Path> files = Files.list(disk.path())) {
        assertEquals(List.of(), files.toList());
      }
      assertInstanceOf(PrintOutcome.Printed.class, printer.print(SLIP, () -> {}));
    }
  }
}
