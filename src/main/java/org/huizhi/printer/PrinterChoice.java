package org.huizhi.printer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One printer as {@code kiosk-config/kiosk.toml} names it.
 *
 * @param kind what it is
 * @param name as staff call it; a queue's own name
 * @param folder where a folder printer puts its PDFs; relative to the data folder
 * @param address of a network printer, {@code ipp://host/ipp/print}
 * @param patience how long a queue or network printer may take for a slip, before it is cancelled
 */
public record PrinterChoice(
    Kind kind,
    String name,
    Optional<Path> folder,
    Optional<String> address,
    Optional<Duration> patience) {
  /** What kinds of printers there are. */
  public enum Kind {
    /** PDFs in a folder. */
    FOLDER,
    /** A print queue of this computer. */
    QUEUE,
    /** A network printer that takes PDF by IPP, without a queue between. */
    IPP
  }

  public PrinterChoice {
    refuseUnless(folder.isPresent() == (kind == Kind.FOLDER), "folder", kind);
    refuseUnless(address.isPresent() == (kind == Kind.IPP), "address", kind);
    refuseUnless(patience.isEmpty() || kind != Kind.FOLDER, "patience", kind);
    if (address.isPresent() && !address.get().matches("ipps?://[^/\\s]+/\\S*")) {
      throw new IllegalArgumentException(
          "the address of a printer looks like ipp://192.168.1.20/ipp/print, not " + address.get());
    }
  }

  private static void refuseUnless(boolean right, String key, Kind kind) {
    if (!right) {
      throw new IllegalArgumentException(
          "a printer of kind folder needs a folder and one of kind ipp an address, and no other"
              + " has them; patience is for queue and ipp; look at "
              + key
              + " of this one, which is "
              + kind);
    }
  }

  /** Makes the printer ready to be asked. */
  public Printer open(Path data) {
    Duration wait = patience.orElse(SystemPrinter.PATIENCE);
    return switch (kind) {
      case FOLDER -> new FolderPrinter(name, data.resolve(folder.orElseThrow()));
      case QUEUE -> SystemPrinter.queue(name, wait);
      case IPP -> new SystemPrinter(name, URI.create(address.orElseThrow()), wait);
    };
  }
}
