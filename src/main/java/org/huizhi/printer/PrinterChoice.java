package org.huizhi.printer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.huizhi.receipt.Paper;

/**
 * One printer as {@code kiosk-config/kiosk.toml} names it.
 *
 * @param kind what it is
 * @param name as staff call it; a queue's own name
 * @param folder where a folder printer puts its PDFs; relative to the data folder
 * @param address of a network printer, {@code ipp://host/ipp/print}, or of a thermal one, see
 *     {@link EscPosLine}
 * @param patience how long it may take for a slip, before it is cancelled
 * @param paper what lies in it; where it is not said, the slip pack's first paper
 * @param sheets how many slips a full load gives, where they are to be counted
 */
public record PrinterChoice(
    Kind kind,
    String name,
    Optional<Path> folder,
    Optional<String> address,
    Optional<Duration> patience,
    Optional<Paper> paper,
    Optional<Integer> sheets) {
  /** What kinds of printers there are. */
  public enum Kind {
    /** PDFs in a folder. */
    FOLDER,
    /** A print queue of this computer. */
    QUEUE,
    /** A network printer that takes PDF by IPP, without a queue between. */
    IPP,
    /** A thermal roll printer that takes dots. */
    ESC_POS;

    boolean addressed() {
      return this == IPP || this == ESC_POS;
    }
  }

  public PrinterChoice {
    refuseUnless(folder.isPresent() == (kind == Kind.FOLDER), "folder", kind);
    refuseUnless(address.isPresent() == kind.addressed(), "address", kind);
    refuseUnless(patience.isEmpty() || kind != Kind.FOLDER, "patience", kind);
    if (patience.isPresent() && !patience.get().isPositive()) {
      throw new IllegalArgumentException("patience must be longer than nothing");
    }
    if (kind == Kind.IPP && !isAddress(address.orElseThrow())) {
      throw new IllegalArgumentException(
          "the address of a printer looks like ipp://192.168.1.20/ipp/print, not " + address.get());
    }
    if (kind == Kind.ESC_POS) {
      EscPosLine _ = EscPosLine.parse(address.orElseThrow(), SystemPrinter.PATIENCE);
      if (paper.isPresent() && !paper.get().roll()) {
        throw new IllegalArgumentException("a printer of kind esc-pos has paper = \"roll-80\"");
      }
    }
    if (sheets.isPresent() && sheets.get() < 1) {
      throw new IllegalArgumentException("sheets is how many slips a full load gives");
    }
  }

  private static boolean isAddress(String text) {
    try {
      return text.matches("ipps?://[^/\\s]+/\\S*") && URI.create(text).getPort() <= 65535;
    } catch (IllegalArgumentException wrong) {
      return false;
    }
  }

  private static void refuseUnless(boolean right, String key, Kind kind) {
    if (!right) {
      throw new IllegalArgumentException(
          "a printer of kind folder needs a folder, one of kind ipp or esc-pos an address, and no"
              + " other has them; patience is for all but folder; look at "
              + key
              + " of this one, which is "
              + kind);
    }
  }

  /** What lies in it; empty where that is up to the slip pack. */
  public Optional<Paper> loaded() {
    return kind == Kind.ESC_POS ? Optional.of(Paper.ROLL_80) : paper;
  }

  /** Makes the printer ready to be asked. */
  public Printer open(Path data) {
    Duration wait = patience.orElse(SystemPrinter.PATIENCE);
    return switch (kind) {
      case FOLDER -> new FolderPrinter(name, data.resolve(folder.orElseThrow()));
      case QUEUE -> SystemPrinter.queue(name, wait);
      case IPP -> new SystemPrinter(name, URI.create(address.orElseThrow()), wait);
      case ESC_POS -> new EscPosPrinter(name, EscPosLine.parse(address.orElseThrow(), wait));
    };
  }
}
