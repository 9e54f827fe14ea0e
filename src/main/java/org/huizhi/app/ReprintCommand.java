package org.huizhi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizhi.config.KioskConfig;
import org.huizhi.printer.PrintOutcome;
import org.huizhi.record.CaseStore;
import org.huizhi.record.HallRecord;
import org.huizhi.record.KeptCase;
import org.huizhi.record.NumberFormat;
import org.huizhi.record.PrintJob;
import org.huizhi.storage.Database;
import org.huizhi.storage.Dialect;
import org.huizhi.storage.Storage;
import org.huizhi.storage.StorageTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kiosk reprint}: prints a slip once more, for staff. */
@Command(
    name = "reprint",
    description = "Prints the slip of an image number once more, marked as a copy.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the printer said that it is out",
      "1:it is not, or may not be; the sentence says why",
      "2:there is no such case, or a wrong option"
    })
final class ReprintCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--looked",
      description = "You have looked: the slip whose end nobody knew did not come out.")
  private boolean looked;

  @Parameters(
      paramLabel = "NUMBER",
      description = "The image number; case and spaces do not matter.")
  private String number = "";

  @Override
  public Integer call() throws Exception {
    KioskConfig read = config.read();
    Clock clock = Clock.system(read.kiosk().timeZone());
    Path folder = data.in(read);
    try (CaseStore store = record(read, folder, clock);
        Others others = new Others(read, store, clock)) {
      SlipDesk slips = new SlipDesk(read, folder, clock);
      KeptCase kept = find(store);
      if (slips.reprintEnd(kept).isBefore(clock.instant())) {
        throw new Refusal(ExitCode.SOFTWARE, "the time for reprints of this slip is over");
      }
      PrintRoom room = new PrintRoom(read, folder, store, slips, false, others::leave, clock);
      return say(room.reprint(kept, looked));
    } catch (StorageTrouble trouble) {
      throw new Refusal(ExitCode.SOFTWARE, String.valueOf(trouble.getMessage()));
    }
  }

  /** This machine's own where it has the case: its copies are counted there. */
  private CaseStore record(KioskConfig read, Path folder, Clock clock) {
    CaseStore own = Records.working(read, folder, clock);
    if (own.byNumber(bare()).isPresent()) {
      return own;
    }
    own.close();
    return Records.open(read, folder, clock);
  }

  private String bare() {
    return NumberFormat.typed(number);
  }

  private KeptCase find(CaseStore store) throws Refusal {
    KeptCase kept =
        store
            .byNumber(bare())
            .orElseThrow(
                () -> new Refusal(ExitCode.USAGE, "no case has the image number " + number));
    if (kept.photo().isEmpty()) {
      throw new Refusal(ExitCode.SOFTWARE, "the photo of this case was deleted on time");
    }
    return kept;
  }

  /** Where this works on a kiosk's own record, the hall knows what others print. */
  private static final class Others implements AutoCloseable {
    private final Optional<Database> server;
    private final Optional<HallRecord> record;

    Others(KioskConfig read, CaseStore store, Clock clock) {
      server =
          store.database().dialect() == Dialect.SQLITE
                  && read.kiosk().database() instanceof Storage.Postgres named
              ? Optional.of(Database.later(named))
              : Optional.empty();
      record = server.map(there -> new HallRecord(store, there, clock));
      record.ifPresent(there -> Deed.orLater("what others printed", there::learn));
    }

    boolean leave(PrintJob job) {
      return record.map(there -> there.mayPrint(job)).orElse(true);
    }

    @Override
    public void close() {
      server.ifPresent(Database::close);
    }
  }

  private static int say(PrintOutcome outcome) throws Refusal {
    return switch (outcome) {
      case PrintOutcome.Printed _ -> {
        System.out.println("printed");
        yield ExitCode.OK;
      }
      case PrintOutcome.Failed failed ->
          throw new Refusal(ExitCode.SOFTWARE, "not printed: " + failed.reason());
      case PrintOutcome.Unknown unknown ->
          throw new Refusal(ExitCode.SOFTWARE, "look whether it came out: " + unknown.reason());
    };
  }
}
