package org.huizhi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizhi.config.KioskConfig;
import org.huizhi.printer.Printer;
import org.huizhi.printer.PrinterChoice;
import org.huizhi.record.CaseStore;
import org.huizhi.storage.StorageTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kiosk printers}: what the printers say, and what staff did to them. */
@Command(
    name = "printers",
    description = "Lists the printers in their order, with state, paper and sheets left.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:a slip can be printed",
      "1:none of them is ready",
      "2:there is no such printer"
    })
final class PrintersCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--filled",
      paramLabel = "NAME",
      description = "Staff filled this printer: its count starts anew.")
  private Optional<String> filled = Optional.empty();

  @Option(
      names = "--sheets",
      paramLabel = "N",
      description = "With --filled: so many sheets are in it, instead of a full load.")
  private Optional<Integer> sheets = Optional.empty();

  @Option(names = "--resume", paramLabel = "NAME", description = "Lets a paused queue go on.")
  private Optional<String> resume = Optional.empty();

  @Override
  public Integer call() throws Exception {
    KioskConfig read = config.read();
    Path folder = data.in(read);
    try (CaseStore store = Records.working(read, folder, Clock.system(read.kiosk().timeZone()))) {
      if (filled.isPresent()) {
        fill(read, store, choice(read, filled.get()));
      }
      if (resume.isPresent() && !choice(read, resume.get()).open(folder).resume()) {
        throw new Refusal(ExitCode.SOFTWARE, resume.get() + " did not go on");
      }
      boolean ready = false;
      for (PrinterChoice choice : read.kiosk().printers()) {
        ready |= say(read, folder, store, choice);
      }
      return ready ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (StorageTrouble trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
  }

  private static PrinterChoice choice(KioskConfig read, String name) throws Refusal {
    return read.kiosk().printers().stream()
        .filter(choice -> choice.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Refusal(ExitCode.USAGE, "there is no printer " + name));
  }

  private void fill(KioskConfig read, CaseStore store, PrinterChoice choice) throws Refusal {
    int full =
        choice
            .sheets()
            .orElseThrow(
                () ->
                    new Refusal(
                        ExitCode.USAGE,
                        "the sheets of "
                            + choice.name()
                            + " are not counted; set sheets in kiosk.toml"));
    int now = sheets.orElse(full);
    if (now < 0) {
      throw new Refusal(ExitCode.USAGE, "--sheets cannot be less than none");
    }
    store.sheets().filled(PrintRoom.sheetsOf(read.kiosk().machine(), choice.name()), now);
  }

  private static boolean say(KioskConfig read, Path folder, CaseStore store, PrinterChoice choice) {
    Printer printer = PrintRoom.open(choice, read.kiosk().machine(), folder, store);
    String key = PrintRoom.sheetsOf(read.kiosk().machine(), choice.name());
    String left =
        choice
            .sheets()
            .map(full -> ", " + store.sheets().left(key).orElse(full) + " of " + full + " sheets")
            .orElse("");
    System.out.println(choice.name() + ": " + printer.state() + left);
    return printer.state().ready();
  }
}
