package org.huizhi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.huizhi.photo.FileFacts;
import org.huizhi.receipt.PhotoSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kiosk sheet}: a finished photo several times on one sheet of paper. */
@Command(
    name = "sheet",
    description =
        "Puts a finished photo on a sheet as often as it finds room, at its true size and with"
            + " marks to cut along, as a PDF.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "2:the photo cannot be used, or a wrong option"})
final class SheetCommand implements Callable<Integer> {
  @Option(names = "--paper", description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
  private PhotoSheet.Size paper = PhotoSheet.Size.INCH_6;

  @Option(names = "--copies", description = "At most so many; as many as find room by default.")
  private int copies = Integer.MAX_VALUE;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the PDF is written.")
  private Path out = Path.of("");

  @Parameters(paramLabel = "PHOTO", description = "A photo that kiosk make wrote, or another JPEG.")
  private Path photo = Path.of("");

  @Override
  public Integer call() throws Refusal, IOException {
    if (copies < 1) {
      throw new Refusal(ExitCode.USAGE, "--copies is at least 1");
    }
    if (!Files.isRegularFile(photo)) {
      throw new Refusal(ExitCode.USAGE, photo + " is no file");
    }
    try {
      byte[] jpeg = Files.readAllBytes(photo);
      FileFacts facts = FileFacts.read(jpeg);
      if (facts.dpiX() < 1 || facts.dpiY() < 1) {
        throw new Refusal(ExitCode.USAGE, photo + " does not say how many dots an inch it has");
      }
      double widthMm = 25.4 * facts.widthPx() / facts.dpiX();
      double heightMm = 25.4 * facts.heightPx() / facts.dpiY();
      PhotoSheet sheet = PhotoSheet.of(paper, widthMm, heightMm, copies);
      Files.write(FreshFile.of(out), sheet.pdf(jpeg, ZonedDateTime.now(ZoneId.systemDefault())));
      System.out.printf(
          Locale.ROOT, "%s: %d photos of %.1f×%.1f mm%n", out, sheet.copies(), widthMm, heightMm);
      return ExitCode.OK;
    } catch (IllegalArgumentException wrong) {
      throw new Refusal(ExitCode.USAGE, photo + ": " + wrong.getMessage());
    }
  }
}
