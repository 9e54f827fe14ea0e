package org.huizhi.record;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.huizhi.printer.FolderPrinter;
import org.huizhi.printer.JobBook;
import org.huizhi.printer.PrintDesk;
import org.huizhi.printer.PrintOutcome;
import org.huizhi.printer.Slip;
import org.huizhi.receipt.Paper;
import org.huizhi.storage.DataDirLock;
import org.huizhi.storage.Storage;
import org.jspecify.annotations.Nullable;

/**
 * A program that issues and prints as fast as it can until it is killed: what {@link KillTest}
 * starts. It says each number on its output as soon as the number is issued.
 */
public final class BusyKiosk {
  /** Held: a lock that nothing refers to is let go with the next garbage. */
  @SuppressWarnings("UnusedVariable")
  private static @Nullable DataDirLock lock;

  private BusyKiosk() {}

  /** Arguments: the data directory, the directory to print into, and the database. */
  public static void main(String[] args) {
    lock = DataDirLock.take(Path.of(args[0]));
    CaseStore store =
        CaseStore.open(
            Path.of(args[0]),
            Storage.parse(args.length > 2 ? args[2] : "sqlite"),
            "1",
            Clock.system(Cases.HALL));
    PrintDesk desk =
        new PrintDesk(List.of(new FolderPrinter("folder", Path.of(args[1]))), book(store.jobs()));
    resume(store, desk);
    say("ready");
    while (true) {
      Issued issued =
          store.issue(Cases.fresh(UUID.randomUUID().toString()), Cases.PLAIN, Cases::slip);
      say("issued " + issued.imageNumber());
      desk.print(desk.ready().orElseThrow(), slip(store, issued.job()));
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
