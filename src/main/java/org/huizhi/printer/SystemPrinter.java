package org.huizhi.printer;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A print queue of CUPS, or a network printer, asked by IPP. "Printed" is only said when the
 * printer reported the job as completed; a job that no paper comes for is cancelled when patience
 * ends, so that it cannot come out when the next applicant stands there.
 */
public final class SystemPrinter implements Printer {
  /** How long a slip may take: long enough for a slow printer or for paper to be put in. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(SystemPrinter.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration CANCELLING = Duration.ofSeconds(5);
  private static final int CUPS_PORT = 631;

  /** With these a one-page slip cannot have begun. */
  private static final Set<Obstacle> BEFORE_THE_PAPER =
      Set.of(Obstacle.PAPER_OUT, Obstacle.COVER_OPEN, Obstacle.TONER_OUT, Obstacle.PAUSED);

  private final String name;
  private final PrintQueue queue;
  private final Duration patience;

  /** A printer at {@code ipp://host:port/path}. */
  public SystemPrinter(String name, URI address, Duration patience) {
    this.name = name;
    this.queue = new PrintQueue(address);
    this.patience = patience;
  }

  /** A queue of this computer's CUPS, by the name that {@code lpstat -p} lists. */
  public static SystemPrinter queue(String queue, Duration patience) {
    return queue(queue, CUPS_PORT, patience);
  }

  static SystemPrinter queue(String queue, int port, Duration patience) {
    String path = URLEncoder.encode(queue, StandardCharsets.UTF_8).replace("+", "%20");
    return new SystemPrinter(
        queue, URI.create("ipp://localhost:" + port + "/printers/" + path), patience);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public PrintOutcome print(Slip slip, Runnable began) {
    try {
      return watch(queue.send(slip), began);
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return new PrintOutcome.Failed("The printer " + name + " does not answer.");
    } catch (PrintQueue.Refused e) {
      return new PrintOutcome.Failed(
          "The printer " + name + " refused the slip: " + e.getMessage() + ".");
    } catch (IOException e) {
      LOG.warn("the connection to {} broke while a slip was sent", name, e);
      return recall(slip);
    } catch (InterruptedException e) {
      return interrupted();
    }
  }

  private static PrintOutcome interrupted() {
    Thread.currentThread().interrupt();
    return new PrintOutcome.Unknown("The program was stopped while the slip was printing.");
  }

  /** Follows a job until its end or until patience ends. */
  private PrintOutcome watch(int jobId, Runnable began) throws InterruptedException {
    long start = System.nanoTime();
    boolean heard = true;
    boolean printing = false;
    while (System.nanoTime() - start < patience.toNanos()) {
      try {
        PrintQueue.Progress progress = queue.progress(jobId);
        if (progress == PrintQueue.Progress.PRINTING && !printing) {
          printing = true;
          began.run();
        }
        Optional<PrintOutcome> end = end(progress);
        if (end.isPresent()) {
          return end.get();
        }
        heard = true;
      } catch (IOException e) {
        heard = false; // it may come back: queues and printers restart
      }
      Thread.sleep(POLL);
    }
    return heard
        ? giveUp(jobId)
        : new PrintOutcome.Unknown("The connection to " + name + " was lost while it printed.");
  }

  /** How a job ended; empty while it has not. */
  private Optional<PrintOutcome> end(PrintQueue.Progress progress) {
    return switch (progress) {
      case WAITING, PRINTING -> Optional.empty();
      case COMPLETED -> Optional.of(new PrintOutcome.Printed());
      case GIVEN_UP ->
          Optional.of(new PrintOutcome.Failed("The slip was cancelled on " + name + "."));
      case COMPLETED_WITH_ERRORS, BROKEN_OFF ->
          Optional.of(
              new PrintOutcome.Unknown(
                  "The printer " + name + " stopped in the middle of the slip."));
    };
  }

  /** Cancels the job, so that it cannot come out later by itself. */
  private PrintOutcome giveUp(int jobId) throws InterruptedException {
    PrinterState state = state();
    try {
      queue.cancel(jobId);
      long start = System.nanoTime();
      while (System.nanoTime() - start < CANCELLING.toNanos()) {
        PrintQueue.Progress progress = queue.progress(jobId);
        if (progress == PrintQueue.Progress.COMPLETED) {
          return new PrintOutcome.Printed();
        }
        if (end(progress).isPresent()) {
          return cancelled(state);
        }
        Thread.sleep(POLL);
      }
    } catch (IOException e) {
      LOG.warn("a job on {} could not be cancelled", name, e);
    }
    return new PrintOutcome.Unknown(
        "The slip is still in the queue of " + name + " and could not be cancelled.");
  }

  /** CUPS counts a sheet when it sends it, so only the printer's own obstacle proves anything. */
  private PrintOutcome cancelled(PrinterState state) {
    return state.obstacles().stream().anyMatch(BEFORE_THE_PAPER::contains)
            && BEFORE_THE_PAPER.containsAll(state.obstacles())
        ? new PrintOutcome.Failed(
            "The slip was cancelled after waiting: " + name + " reports " + state + ".")
        : new PrintOutcome.Unknown(
            "The slip took too long on " + name + " and was cancelled; look at the tray.");
  }

  /** Looks for the job by its name, which is the slip's alone, among what is waiting and done. */
  @Override
  public PrintOutcome recall(Slip slip) {
    try {
      OptionalInt job = queue.find(slip.title());
      return job.isPresent()
          ? watch(job.getAsInt(), () -> {})
          : new PrintOutcome.Unknown(
              "The printer " + name + " does not know this slip (any more); look at the tray.");
    } catch (IOException e) {
      return new PrintOutcome.Unknown(
          "The printer " + name + " does not answer; look at the tray.");
    } catch (InterruptedException e) {
      return interrupted();
    }
  }

  @Override
  public PrinterState state() {
    try {
      return queue.state();
    } catch (IOException e) {
      return PrinterState.stopped(Obstacle.OFFLINE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return PrinterState.stopped(Obstacle.UNKNOWN);
    }
  }

  @Override
  public boolean resume() {
    try {
      return queue.resume();
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
