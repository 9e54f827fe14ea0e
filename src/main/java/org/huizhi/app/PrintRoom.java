package org.huizhi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.huizhi.config.KioskConfig;
import org.huizhi.printer.CountedPrinter;
import org.huizhi.printer.FolderPrinter;
import org.huizhi.printer.JobBook;
import org.huizhi.printer.Obstacle;
import org.huizhi.printer.PrintDesk;
import org.huizhi.printer.PrintOutcome;
import org.huizhi.printer.Printer;
import org.huizhi.printer.PrinterChoice;
import org.huizhi.printer.Slip;
import org.huizhi.receipt.ImageNumbers;
import org.huizhi.receipt.Paper;
import org.huizhi.receipt.SlipPreview;
import org.huizhi.record.CaseStore;
import org.huizhi.record.JobState;
import org.huizhi.record.KeptCase;
import org.huizhi.record.PrintJob;
import org.huizhi.record.PrintJobs;
import org.huizhi.record.SheetCounts;
import org.huizhi.session.PaperFault;
import org.huizhi.storage.StorageTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The printers and the record's print jobs together. One thread: the printing one. */
final class PrintRoom {
  private static final Logger LOG = LoggerFactory.getLogger(PrintRoom.class);

  /**
   * After a restart the applicant of so old a slip is gone: it would lie in the tray for others.
   */
  private static final Duration STILL_WAITED_FOR = Duration.ofMinutes(3);

  /** A fallback after longer would come out when the next person stands there. */
  private static final Duration QUICKLY = Duration.ofSeconds(5);

  private final List<Printer> printers = new ArrayList<>();
  private final Map<String, Paper> loaded = new HashMap<>();
  private final PrintDesk desk;
  private final CaseStore store;
  private final SlipDesk slips;
  private final Clock clock;
  private final List<PrinterChoice> choices;
  private final String machine;
  private volatile List<Seen> seen = List.of();

  /** Where no other machine knows of these slips. */
  PrintRoom(
      KioskConfig config,
      Path data,
      CaseStore store,
      SlipDesk slips,
      boolean demonstration,
      Clock clock) {
    this(config, data, store, slips, demonstration, _ -> true, clock);
  }

  /**
   * @param demonstration slips of a recording never go to a real printer
   * @param leave whether no other machine prints a slip of which this one has noted that it does
   */
  PrintRoom(
      KioskConfig config,
      Path data,
      CaseStore store,
      SlipDesk slips,
      boolean demonstration,
      Predicate<PrintJob> leave,
      Clock clock) {
    this.store = store;
    this.slips = slips;
    this.clock = clock;
    this.choices = demonstration ? List.of() : config.kiosk().printers();
    this.machine = config.kiosk().machine();
    if (demonstration) {
      printers.add(new FolderPrinter("demonstration", data.resolve("slips")));
    } else {
      for (PrinterChoice choice : config.kiosk().printers()) {
        printers.add(open(choice, config.kiosk().machine(), data, store));
        choice.loaded().ifPresent(paper -> loaded.put(choice.name(), paper));
      }
    }
    this.desk = new PrintDesk(printers, new RecordedJobs(store.jobs(), leave));
  }

  /** A configured printer, with its sheets counted where the configuration asks for that. */
  static Printer open(PrinterChoice choice, String machine, Path data, CaseStore store) {
    Printer printer = choice.open(data);
    return choice.sheets().isPresent()
        ? new CountedPrinter(
            printer,
            new RecordedSheets(
                store.sheets(), sheetsOf(machine, choice.name()), choice.sheets().get()))
        : printer;
  }

  /** Machines that share a record may have printers of one name. */
  static String sheetsOf(String machine, String printer) {
    return machine + "/" + printer;
  }

  /**
   * Prints the newest slip of a case; when that one failed, the same slip once more as a job of its
   * own, so that the record shows both.
   */
  PrintOutcome printFor(String caseId) {
    PrintJob last = store.jobs().of(caseId).getLast();
    Optional<byte[]> pdf = last.state() == JobState.FAILED ? failed(last) : Optional.empty();
    return print(pdf.map(slip -> store.jobs().again(caseId, last.copy() + 1, slip)).orElse(last));
  }

  /** The slip of a job that failed; one of another machine may have come without it. */
  private Optional<byte[]> failed(PrintJob job) {
    return store
        .jobs()
        .slip(job.id())
        .or(
            () ->
                store
                    .byId(job.caseId())
                    .filter(kept -> kept.photo().isPresent())
                    .map(kept -> slips.copy(kept, job.copy() + 1)));
  }

  /**
   * Prints a slip once more for staff, marked as a copy; one that waits is printed as it is, and
   * where it waits at another machine, taken from that one first.
   *
   * @param looked staff have looked: what nobody knew the end of did not come out
   */
  PrintOutcome reprint(KeptCase kept, boolean looked) {
    List<PrintJob> before = store.jobs().of(kept.id());
    if (before.isEmpty()) { // held until the detection centre has passed its photo
      return print(slips.release(store, kept.id()).job());
    }
    PrintJob last = before.getLast();
    if (last.state() == JobState.QUEUED) {
      return store.jobs().isOwn(last) ? print(last) : printInstead(last);
    }
    if (looked && last.state() == JobState.UNKNOWN) {
      store.jobs().ended(last.id(), JobState.FAILED, "Staff looked: it did not come out.");
    }
    int copy = last.copy() + 1;
    return print(store.jobs().again(kept.id(), copy, slips.copy(kept, copy)));
  }

  /** A slip is only taken from where it waits when there is a printer that could print it now. */
  private PrintOutcome printInstead(PrintJob theirs) {
    Optional<byte[]> slip = store.jobs().slip(theirs.id());
    if (desk.ready().isEmpty() || slip.isEmpty()) {
      return new PrintOutcome.Failed("No printer is ready here; the slip waits where it was.");
    }
    return print(store.jobs().takeOver(theirs, slip.get()));
  }

  /** Prints a waiting job; where a printer fails quickly, the next ready one stands in for it. */
  private PrintOutcome print(PrintJob first) {
    Instant start = clock.instant();
    Set<String> tried = new HashSet<>();
    PrintOutcome outcome = new PrintOutcome.Failed("No printer is ready; the slip waits.");
    PrintJob job = first;
    Optional<Printer> printer = desk.ready();
    while (printer.isPresent()) {
      Optional<Slip> slip = slip(job, Optional.ofNullable(loaded.get(printer.get().name())));
      if (slip.isEmpty()) {
        return new PrintOutcome.Failed("The slip was deleted on time.");
      }
      outcome = desk.print(printer.get(), slip.get());
      tried.add(printer.get().name());
      boolean quickly = clock.instant().isBefore(start.plus(QUICKLY));
      printer =
          outcome instanceof PrintOutcome.Failed && quickly ? desk.ready(tried) : Optional.empty();
      if (printer.isPresent()) {
        LOG.warn("slip of {}: {}", job.imageNumber(), outcome);
        job = store.jobs().again(job.caseId(), job.copy() + 1, slip.get().pdf());
      }
    }
    return outcome;
  }

  /**
   * What is known of a printer.
   *
   * @param lastSlip the image number that it printed last
   */
  record Seen(
      String name,
      Optional<PaperFault> fault,
      Optional<Integer> sheetsLeft,
      Optional<Integer> sheetsFull,
      Optional<String> lastSlip) {}

  /** Every printer as it was when it was last looked at; any thread. */
  List<Seen> seen() {
    return seen;
  }

  private List<Seen> look() {
    return printers.stream()
        .map(
            printer ->
                new Seen(
                    printer.name(),
                    printer.state().obstacles().stream().sorted().findFirst().map(PrintRoom::fault),
                    full(printer).map(full -> store.sheets().left(key(printer)).orElse(full)),
                    full(printer),
                    store.jobs().lastPrinted(printer.name())))
        .toList();
  }

  private Optional<Integer> full(Printer printer) {
    return choices.stream()
        .filter(choice -> choice.name().equals(printer.name()))
        .findFirst()
        .flatMap(PrinterChoice::sheets);
  }

  private String key(Printer printer) {
    return sheetsOf(machine, printer.name());
  }

  private Printer named(String name) {
    return printers.stream()
        .filter(printer -> printer.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new StorageTrouble(StorageTrouble.Kind.REFUSED, "There is no printer " + name));
  }

  /** Lets a paused printer go on. */
  boolean resume(String name) {
    boolean goesOn = named(name).resume();
    seen = look();
    return goesOn;
  }

  /** Staff put a full load of paper in; any thread. */
  void filled(String name) {
    Printer printer = named(name);
    full(printer).ifPresent(full -> store.sheets().filled(key(printer), full));
  }

  /** Prints a specimen that belongs to nobody; whether it is out. */
  boolean testPrint(String name) {
    Paper paper = Optional.ofNullable(loaded.get(name)).orElse(Paper.A4);
    Slip slip =
        new Slip("test-" + clock.millis(), ImageNumbers.SPECIMEN, paper, slips.testPage(paper));
    return named(name).print(slip, () -> {}) instanceof PrintOutcome.Printed;
  }

  /** Why no slip can be printed now; empty when one can. */
  Optional<PaperFault> fault() {
    seen = look();
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
            slip(job, Optional.empty())
                .map(slip -> desk.recall(slip, job.printer().orElse("")))
                .orElseGet(() -> new PrintOutcome.Unknown("The slip was deleted on time."));
        LOG.info("slip of {} from before the restart: {}", job.imageNumber(), end);
      }
      boolean queued =
          store.jobs().find(job.id()).map(now -> now.state() == JobState.QUEUED).orElse(false);
      // Also ahead: by then a clock that was wrong has been set, and nobody knows how long ago.
      Duration waited = Duration.between(job.queuedAt(), clock.instant());
      boolean waitedFor = waited.abs().compareTo(STILL_WAITED_FOR) < 0;
      if (queued && waitedFor) {
        LOG.info("slip of {} is printed after the restart: {}", job.imageNumber(), print(job));
      } else if (queued) {
        LOG.warn("slip of {} was never printed", job.imageNumber());
      }
    } catch (IllegalArgumentException gone) {
      LOG.warn("slip of {}: {}", job.imageNumber(), gone.getMessage());
    }
  }

  /** The stored slip, or where another paper lies in the printer, the same one drawn for that. */
  private Optional<Slip> slip(PrintJob job, Optional<Paper> wanted) {
    return store
        .jobs()
        .slip(job.id())
        .map(
            pdf -> {
              Paper drawnFor = SlipPreview.paper(pdf);
              Paper paper = wanted.orElse(drawnFor);
              byte[] fitting =
                  paper == drawnFor
                      ? pdf
                      : slips.copy(store.byId(job.caseId()).orElseThrow(), job.copy(), paper);
              return new Slip(job.id(), job.imageNumber(), paper, fitting);
            });
  }

  /** Deletes what printers keep of one case's slips. */
  void forgetSlips(String imageNumber) {
    printers.forEach(printer -> printer.forgetSlips(imageNumber));
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

  private record RecordedSheets(SheetCounts counts, String key, int full)
      implements CountedPrinter.Sheets {
    @Override
    public int left() {
      return counts.left(key).orElse(full);
    }

    @Override
    public void used() {
      counts.used(key, full);
    }
  }

  /** Writes the print desk's steps into the record. */
  private record RecordedJobs(PrintJobs jobs, Predicate<PrintJob> leave) implements JobBook {
    @Override
    public boolean sending(String jobId, String printer) {
      return jobs.sending(jobId, printer) && jobs.find(jobId).filter(leave).isPresent();
    }

    @Override
    public void printing(String jobId) {
      jobs.printing(jobId);
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
