package org.huizhi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huizhi.config.KioskConfig;
import org.huizhi.printer.FolderPrinter;
import org.huizhi.printer.JobBook;
import org.huizhi.printer.Obstacle;
import org.huizhi.printer.PrintDesk;
import org.huizhi.printer.PrintOutcome;
import org.huizhi.printer.Printer;
import org.huizhi.printer.Slip;
import org.huizhi.record.CaseStore;
import org.huizhi.record.JobState;
import org.huizhi.record.KeptCase;
import org.huizhi.record.PrintJob;
import org.huizhi.record.PrintJobs;
import org.huizhi.session.PaperFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The printers and the record's print jobs together. One thread: the printing one. */
final class PrintRoom {
  private static final Logger LOG = LoggerFactory.getLogger(PrintRoom.class);

  /**
   * After a restart the applicant of so old a slip is gone: it would lie in the tray for others.
   */
  private static final Duration STILL_WAITED_FOR = Duration.ofMinutes(3);

  private final List<Printer> printers = new ArrayList<>();
  private final PrintDesk desk;
  private final CaseStore store;
  private final SlipDesk slips;
  private final KioskConfig config;
  private final Clock clock;

  /**
   * @param demonstration slips of a recording never go to a real printer
   */
  PrintRoom(
      KioskConfig config,
      Path data,
      CaseStore store,
      SlipDesk slips,
      boolean demonstration,
      Clock clock) {
    this.config = config;
    this.store = store;
    this.slips = slips;
    this.clock = clock;
    if (demonstration) {
      printers.add(new FolderPrinter("demonstration", data.resolve("slips")));
    } else {
      config.kiosk().printers().forEach(choice -> printers.add(choice.open(data)));
    }
    this.desk = new PrintDesk(printers, new RecordedJobs(store.jobs()));
  }

  /**
   * Prints the newest slip of a case; when that one failed, the same slip once more as a job of its
   * own, so that the record shows both.
   */
  PrintOutcome printFor(String caseId) {
    PrintJob last = store.jobs().of(caseId).getLast();
    Optional<byte[]> pdf =
        last.state() == JobState.FAILED ? store.jobs().slip(last.id()) : Optional.empty();
    return print(pdf.map(slip -> store.jobs().again(caseId, last.copy() + 1, slip)).orElse(last));
  }

  /**
   * Prints a slip once more for staff, marked as a copy; one that waits is printed as it is.
   *
   * @param looked staff have looked: what nobody knew the end of did not come out
   */
  PrintOutcome reprint(KeptCase kept, boolean looked) {
    PrintJob last = store.jobs().of(kept.id()).getLast();
    if (last.state() == JobState.QUEUED) {
      return print(last);
    }
    if (looked && last.state() == JobState.UNKNOWN) {
      store.jobs().ended(last.id(), JobState.FAILED, "Staff looked: it did not come out.");
    }
    int copy = last.copy() + 1;
    return print(store.jobs().again(kept.id(), copy, slips.copy(kept, copy)));
  }

  private PrintOutcome print(PrintJob job) {
    return slip(job)
        .map(desk::print)
        .orElseGet(() -> new PrintOutcome.Failed("The slip was deleted on time."));
  }

  /** Why no slip can be printed now; empty when one can. */
  Optional<PaperFault> fault() {
    if (desk.ready().isPresent()) {
      return Optional.empty();
    }
    return printers.stream()
        .flatMap(printer -> printer.state().obstacles().stream())
        .sorted()
        .findFirst()
        .map(PrintRoom::fault)
        .or(() -> Optional.of(PaperFault.OTHER));
  }

  /**
   * Finds out what became of slips that were under way when the program last ended, and prints
   * those that certainly never came out and are still waited for.
   */
  void resume() {
    for (PrintJob job : store.jobs().unfinished()) {
      resume(job);
    }
  }

  private void resume(PrintJob job) {
    try {
      if (job.state() == JobState.SENT || job.state() == JobState.PRINTING) {
        PrintOutcome end =
            slip(job)
                .map(slip -> desk.recall(slip, job.printer().orElse("")))
                .orElseGet(() -> new PrintOutcome.Unknown("The slip was deleted on time."));
        LOG.info("slip of {} from before the restart: {}", job.imageNumber(), end);
      }
      boolean queued =
          store.jobs().find(job.id()).map(now -> now.state() == JobState.QUEUED).orElse(false);
      boolean waitedFor = job.queuedAt().plus(STILL_WAITED_FOR).isAfter(clock.instant());
      if (queued && waitedFor) {
        LOG.info("slip of {} is printed after the restart: {}", job.imageNumber(), print(job));
      } else if (queued) {
        LOG.warn("slip of {} was never printed", job.imageNumber());
      }
    } catch (IllegalArgumentException gone) {
      LOG.warn("slip of {}: {}", job.imageNumber(), gone.getMessage());
    }
  }

  private Optional<Slip> slip(PrintJob job) {
    return store
        .byId(job.caseId())
        .flatMap(
            kept ->
                store
                    .jobs()
                    .slip(job.id())
                    .map(
                        pdf ->
                            new Slip(
                                job.id(),
                                job.imageNumber(),
                                slips.paper(config.spec(kept.spec())),
                                pdf)));
  }

  /** Deletes what printers keep of slips older than this. */
  void forget(Instant olderThan) {
    printers.forEach(printer -> printer.forget(olderThan));
  }

  static PaperFault fault(Obstacle obstacle) {
    return switch (obstacle) {
      case PAPER_OUT -> PaperFault.NO_PAPER;
      case JAM -> PaperFault.JAM;
      case COVER_OPEN -> PaperFault.COVER_OPEN;
      case OFFLINE -> PaperFault.OFFLINE;
      case TONER_OUT, PAUSED, DISK_FULL, OTHER, UNKNOWN -> PaperFault.OTHER;
    };
  }

  /** Writes the print desk's steps into the record. */
  private record RecordedJobs(PrintJobs jobs) implements JobBook {
    @Override
    public boolean sending(String jobId, String printer) {
      return jobs.sending(jobId, printer);
    }

    @Override
    public void ended(String jobId, PrintOutcome outcome) {
      boolean noted =
          switch (outcome) {
            case PrintOutcome.Printed _ -> jobs.ended(jobId, JobState.PRINTED, "");
            case PrintOutcome.Failed failed -> jobs.ended(jobId, JobState.FAILED, failed.reason());
            case PrintOutcome.Unknown unknown ->
                jobs.ended(jobId, JobState.UNKNOWN, unknown.reason());
          };
      if (!noted) {
        LOG.warn("the end of job {} was noted before", jobId);
      }
    }

    @Override
    public void neverArrived(String jobId) {
      if (!jobs.neverArrived(jobId)) {
        LOG.warn("job {} was not under way", jobId);
      }
    }
  }
}
