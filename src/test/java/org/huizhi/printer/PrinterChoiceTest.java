package org.huizhi.printer;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.huizhi.printer.PrinterChoice.Kind;
import org.junit.jupiter.api.Test;

class PrinterChoiceTest {
  private static final Optional<Path> NO_FOLDER = Optional.empty();
  private static final Optional<String> NO_ADDRESS = Optional.empty();
  private static final Optional<Duration> NO_PATIENCE = Optional.empty();
  private static final Optional<String> ADDRESS = Optional.of("ipp://192.168.1.20/ipp/print");

  @Test
  void eachKindOpensItsPrinter() {
    Path data = Path.of("data");
    assertInstanceOf(
        FolderPrinter.class,
        new PrinterChoice(
                Kind.FOLDER,
                "f",
                Optional.of(Path.of("s")),
                NO_ADDRESS,
                NO_PATIENCE,
                Optional.empty(),
                Optional.empty())
            .open(data));
    assertInstanceOf(
        SystemPrinter.class,
        new PrinterChoice(
                Kind.QUEUE,
                "q",
                NO_FOLDER,
                NO_ADDRESS,
                NO_PATIENCE,
                Optional.empty(),
                Optional.empty())
            .open(data));
    assertInstanceOf(
        SystemPrinter.class,
        new PrinterChoice(
                Kind.IPP, "i", NO_FOLDER, ADDRESS, NO_PATIENCE, Optional.empty(), Optional.empty())
            .open(data));
  }

  @Test
  void keysOfAnotherKindAreRefused() {
    refused(Kind.FOLDER, NO_FOLDER, NO_ADDRESS);
    refused(Kind.QUEUE, Optional.of(Path.of("s")), NO_ADDRESS);
    refused(Kind.QUEUE, NO_FOLDER, ADDRESS);
    refused(Kind.IPP, NO_FOLDER, NO_ADDRESS);
    refused(Kind.IPP, NO_FOLDER, Optional.of("http://printer"));
  }

  private static void refused(Kind kind, Optional<Path> folder, Optional<String> address) {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new PrinterChoice(
                kind, "x", folder, address, NO_PATIENCE, Optional.empty(), Optional.empty()));
  }
}
