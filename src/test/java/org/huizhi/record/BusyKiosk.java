package org.huizhi.record;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huizhi.printer.FolderPrinter;
import org.huizhi.printer.JobBook;
import org.huizhi.printer.PrintDesk;
import org.huizhi.printer.PrintOutcome;
import org.huizhi.printer.Slip;
import org.huizhi.queue.Ticket;
import org.huizhi.queue.TicketKind;
import org.huizhi.queue.TicketStep;
import org.huizhi.queue.Tickets;
import org.huizhi.receipt.Paper;
import org.huizhi.storage.Audit;
import org.huizhi.storage.DataDirLock;
import org.huizhi.storage.Storage;
import org.jspecify.annotations.Nullable;

/**
 * A program that takes and calls tickets, issues and prints as fast as it can until it is killed:
 * what {@link KillTest} starts. It says each number on its output as soon as the number is given.
 */
public final class BusyKiosk {
  /** Held: a lock that nothing refers to is let go with the next garbage. */
  @SuppressWarnings("UnusedVariable")
  private static @Nullable DataDirLock lock;

  private static final Clock CLOCK = Clock.system(Cases.HALL);
  private static final TicketKind KIND =
      new TicketKind("normal", "A", Duration.ZERO, Map.of("zh", "普通"));

  private BusyKiosk() {}

  /** Arguments: the data directory, the directory to print into, and the database. */
  public static void main(String[] args) {
    lock = DataDirLock.take(Path.of(args[0]));
    CaseStore store =
        CaseStore.open(
            Path.of(args[0]), Storage.parse(args.length > 2 ? args[2] : "sqlite"), "1", CLOCK);
    PrintDesk desk =
        new PrintDesk(List.of(new FolderPrinter("folder", Path.of(args[1]))), book(store.jobs()));
    resume(store, desk);
    Tickets tickets = new Tickets(store.database(), "1", new Audit("1/queue", CLOCK), CLOCK);
    say("ready");
    while (true) {
      Ticket taken = tickets.take(UUID.randomUUID().toString(), "1234", KIND);
      say("ticket " + taken.businessDay() + " " + taken.number());
      Optional<Ticket> called = tickets.next();
      Issued issued =
          store.issue(Cases.fresh(UUID.randomUUID().toString()), Cases.PLAIN, Cases::slip);
      say("issued " + issued.imageNumber());
      desk.print(desk.ready().orElseThrow(), slip(store, issued.job()));
      called.ifPresent(ticket -> tickets.step(TicketStep.DONE, ticket.id(), CLOCK.millis()));
    }
  }

  /** What a kiosk does at its start with the jobs that its last run left. */
  static void resume(CaseStore store, PrintDesk desk) {
    for (PrintJob job : store.jobs().unfinished()) {
      if (job.state() == JobState.SENT || job.state() == JobState.PRINTING) {
        desk.recall(slip(store, job), job.printer().orElseThrow());
      }
    }
    for (PrintJob job : store.jobs().unfinished()) {
      if (job.state() == JobState.QUEUED) {
        desk.print(desk.ready().orElseThrow(), slip(store, job));
      }
    }
  }

  static JobBook book(PrintJobs jobs) {
    return new JobBook() {
      @Override
      public boolean sending(String jobId, String printer) {
        return jobs.sending(jobId, printer);
      }

      @Override
      public void printing(String jobId) {
        jobs.printing(jobId);
      }

      @Override
      public void ended(String jobId, PrintOutcome outcome) {
        jobs.ended(jobId, end(outcome), "");
      }

      @Override
      public void neverArrived(String jobId) {
        jobs.neverArrived(jobId);
      }
    };
  }

  private static JobState end(PrintOutcome outcome) {
    return switch (outcome) {
      case PrintOutcome.Printed _ -> JobState.PRINTED;
      case PrintOutcome.Failed _ -> JobState.FAILED;
      case PrintOutcome.Unknown _ -> JobState.UNKNOWN;
    };
  }

  static Slip slip(CaseStore store, PrintJob job) {
    return new Slip(
        job.id(), job.imageNumber(), Paper.A4, store.jobs().slip(job.id()).orElseThrow());
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
