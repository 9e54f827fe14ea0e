package org.huizhi.printer;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One printer as {@code kiosk-config/kiosk.toml} names it.
 *
 * @param kind what it is
 * @param name as staff call it; a queue's own name
 * @param folder where a folder printer puts its PDFs; relative to the data folder
 */
public record PrinterChoice(Kind kind, String name, Optional<Path> folder) {
  /** What kinds of printers there are. */
  public enum Kind {
    /** PDFs in a folder. */
    FOLDER,
    /** A print queue of this computer. */
    QUEUE
  }

  public PrinterChoice {
    if (kind == Kind.FOLDER && folder.isEmpty()) {
      throw new IllegalArgumentException("a printer of kind folder needs a folder");
    }
  }

  /** Makes the printer ready to be asked. */
  public Printer open(Path data) {
    return switch (kind) {
      case FOLDER -> new FolderPrinter(name, data.resolve(folder.orElse(Path.of("slips"))));
      case QUEUE -> SystemPrinter.queue(name);
    };
  }
}
