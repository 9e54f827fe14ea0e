package org.huizhi.app;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizhi.config.KioskConfig;
import org.huizhi.record.CaseStore;
import org.huizhi.record.JobState;
import org.huizhi.record.NumberFormat;
import org.huizhi.record.PrintJob;
import org.huizhi.record.PrintStep;
import org.huizhi.storage.StorageTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kiosk tasks}: slips of which staff must say whether they came out. */
@Command(
    name = "tasks",
    description = "Lists the slips whose end nobody knows; staff look and say what became of them.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing is to be done, or it was noted",
      "1:there are tasks",
      "2:there is no such task, or a wrong option"
    })
final class TasksCommand implements Callable<Integer> {
  private static final String CAME_OUT = "Staff looked: it came out.";
  private static final String DID_NOT = "Staff looked: it did not come out.";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  @Mixin private ConfigOption config = new ConfigOption();

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--came-out",
      paramLabel = "NUMBER",
      description = "Staff looked: the slip of this image number came out.")
  private Optional<String> cameOut = Optional.empty();

  @Option(
      names = "--lost",
      paramLabel = "NUMBER",
      description = "Staff looked: it did not; \"kiosk reprint\" prints it again.")
  private Optional<String> lost = Optional.empty();

  @Override
  public Integer call() throws Exception {
    KioskConfig read = config.read();
    Clock clock = Clock.system(read.kiosk().timeZone());
    try (CaseStore store = Records.working(read, data.in(read), clock)) {
      if (cameOut.isPresent()) {
        settle(store, task(store, cameOut.get()), true);
      }
      if (lost.isPresent()) {
        settle(store, task(store, lost.get()), false);
      }
      List<PrintJob> tasks = of(store);
      tasks.forEach(task -> say(store, task, read.kiosk().timeZone()));
      return tasks.isEmpty() || cameOut.isPresent() || lost.isPresent()
          ? ExitCode.OK
          : ExitCode.SOFTWARE;
    } catch (StorageTrouble trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
  }

  /** The slips of this machine whose end nobody knows. */
  static List<PrintJob> of(CaseStore store) {
    return store.jobs().unknown();
  }

  private static PrintJob task(CaseStore store, String number) throws Refusal {
    return of(store).stream()
        .filter(job -> job.imageNumber().equals(NumberFormat.typed(number)))
        .findFirst()
        .orElseThrow(
            () -> new Refusal(ExitCode.USAGE, "no slip of " + number + " waits for an answer"));
  }

  /** Notes what staff saw of one of {@link #of}. */
  static void settle(CaseStore store, PrintJob task, boolean cameOut) {
    store
        .jobs()
        .ended(
            task.id(), cameOut ? JobState.PRINTED : JobState.FAILED, cameOut ? CAME_OUT : DID_NOT);
  }

  private static void say(CaseStore store, PrintJob task, ZoneId zone) {
    System.out.println(task.imageNumber() + ": " + task.detail());
    for (PrintStep step : store.jobs().steps(task.id())) {
      System.out.println(
          "  " + TIME.format(step.at().atZone(zone)) + " " + step.state() + " " + step.printer());
    }
  }
}
