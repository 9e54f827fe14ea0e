package org.huizhi.printer;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Name;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.encoding.UriType;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The few things that slips need of IPP. Every method throws {@link java.net.ConnectException} when
 * nobody listens and another IOException when the answer is missing or useless.
 */
final class PrintQueue {
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration SENDING = Duration.ofSeconds(20);
  private static final int MOST_JOBS = 500;
  private static final byte[] NOTHING = {};

  /** CUPS hides a job's name from everybody but its owner, so each request says who asks. */
  private static final Attribute<Name> ASKING = Types.requestingUserName.of("kiosk");

  private static final UriType DEVICE = new UriType("device-uri");

  private final Ipp ipp;

  PrintQueue(URI address) {
    this.ipp = new Ipp(address);
  }

  /** How far a job is. */
  enum Progress {
    WAITING,
    PRINTING,
    COMPLETED,
    COMPLETED_WITH_ERRORS,
    /** Cancelled or given up, with nothing on paper. */
    GIVEN_UP,
    /** Cancelled or given up, but a sheet was counted. */
    BROKEN_OFF
  }

  /** The printer answered, and said no. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String status) {
      super(status);
    }
  }

  /** Hands the slip over and returns the printer's number of the job. */
  int send(Slip slip) throws IOException, InterruptedException, Refused {
    IppPacket request =
        IppPacket.printJob(ipp.printer())
            .putOperationAttributes(
                ASKING, Types.jobName.of(slip.title()), Types.documentFormat.of("application/pdf"))
            .putJobAttributes(
                Types.copies.of(1),
                Types.media.of(Media.keyword(slip)),
                Types.printScaling.of("none"),
                Types.sides.of("one-sided"))
            .build();
    IppPacket answer = ipp.ask(request, slip.pdf(), SENDING);
    if (failed(answer)) {
      throw new Refused(answer.getStatus().getName());
    }
    @Nullable Integer id = group(answer, Tag.jobAttributes).getValue(Types.jobId);
    if (id == null) {
      throw new IOException("the printer took the slip and gave it no number");
    }
    return id;
  }

  Progress progress(int jobId) throws IOException, InterruptedException {
    IppPacket request =
        IppPacket.getJobAttributes(
                ipp.printer(),
                jobId,
                Types.jobState,
                Types.jobStateReasons,
                Types.jobImpressionsCompleted)
            .putOperationAttributes(ASKING)
            .build();
    AttributeGroup job = group(ipp.ask(request, NOTHING, ANSWER), Tag.jobAttributes);
    JobState state = job.getValue(Types.jobState);
    if (JobState.completed.equals(state)) {
      return texts(job.getStrings(Types.jobStateReasons)).contains("job-completed-with-errors")
          ? Progress.COMPLETED_WITH_ERRORS
          : Progress.COMPLETED;
    }
    if (JobState.canceled.equals(state) || JobState.aborted.equals(state)) {
      @Nullable Integer sheets = job.getValue(Types.jobImpressionsCompleted);
      return sheets != null && sheets > 0 ? Progress.BROKEN_OFF : Progress.GIVEN_UP;
    }
    return JobState.processing.equals(state) ? Progress.PRINTING : Progress.WAITING;
  }

  /** The number of the job with this name, waiting or done. */
  OptionalInt find(String jobName) throws IOException, InterruptedException {
    for (String which : List.of("not-completed", "completed")) {
      IppPacket request =
          IppPacket.getJobs(ipp.printer(), Types.jobId, Types.jobName)
              .putOperationAttributes(ASKING, Types.whichJobs.of(which), Types.limit.of(MOST_JOBS))
              .build();
      for (AttributeGroup job : ipp.ask(request, NOTHING, ANSWER).getAttributeGroups()) {
        @Nullable Integer id = job.getValue(Types.jobId);
        if (id != null && jobName.equals(job.getString(Types.jobName))) {
          return OptionalInt.of(id);
        }
      }
    }
    return OptionalInt.empty();
  }

  void cancel(int jobId) throws IOException, InterruptedException {
    ipp.ask(
        IppPacket.cancelJob(ipp.printer(), jobId).putOperationAttributes(ASKING).build(),
        NOTHING,
        ANSWER);
  }

  /**
   * What the printer says of itself. A queue repeats what it heard during its last job and may be
   * long out of date, so the device behind it is asked too, where it can be.
   */
  PrinterState state() throws IOException, InterruptedException {
    AttributeGroup queue = attributes();
    Optional<URI> device = device(queue);
    if (device.isEmpty()) {
      return read(queue);
    }
    PrinterState behind;
    try {
      behind = read(new PrintQueue(device.get()).attributes());
    } catch (IOException e) {
      return PrinterState.stopped(Obstacle.OFFLINE);
    }
    return standsStill(queue) ? behind.with(Obstacle.PAUSED) : behind;
  }

  private AttributeGroup attributes() throws IOException, InterruptedException {
    IppPacket request =
        IppPacket.getPrinterAttributes(
                ipp.printer(),
                Types.printerState,
                Types.printerStateReasons,
                Types.printerIsAcceptingJobs,
                DEVICE)
            .putOperationAttributes(ASKING)
            .build();
    return group(ipp.ask(request, NOTHING, ANSWER), Tag.printerAttributes);
  }

  /** The device that a queue prints on, where it speaks IPP itself. */
  private static Optional<URI> device(AttributeGroup queue) {
    return Optional.ofNullable(queue.getValue(DEVICE))
        .filter(uri -> "ipp".equals(uri.getScheme()) || "ipps".equals(uri.getScheme()))
        .filter(uri -> uri.getHost() != null);
  }

  private static PrinterState read(AttributeGroup printer) {
    return Optional.ofNullable(printer.getValue(Types.printerState)).isEmpty()
        ? PrinterState.stopped(Obstacle.UNKNOWN)
        : Reasons.read(texts(printer.getStrings(Types.printerStateReasons)), standsStill(printer));
  }

  private static boolean standsStill(AttributeGroup printer) {
    return com.hp.jipp.model.PrinterState.stopped.equals(printer.getValue(Types.printerState))
        || Boolean.FALSE.equals(printer.getValue(Types.printerIsAcceptingJobs));
  }

  /** Whether a paused queue said that it goes on. */
  boolean resume() throws IOException, InterruptedException {
    IppPacket request =
        new IppPacket.Builder(Operation.resumePrinter)
            .putOperationAttributes(
                Types.attributesCharset.of("utf-8"),
                Types.attributesNaturalLanguage.of("en"),
                Types.printerUri.of(ipp.printer()),
                ASKING)
            .build();
    return !failed(ipp.ask(request, NOTHING, ANSWER));
  }

  private static AttributeGroup group(IppPacket answer, Tag tag) throws IOException {
    @Nullable AttributeGroup group = answer.get(tag);
    if (failed(answer) || group == null) {
      throw new IOException("the printer says " + answer.getStatus().getName());
    }
    return group;
  }

  private static List<String> texts(@Nullable List<String> texts) {
    return texts == null ? List.of() : texts;
  }

  private static boolean failed(IppPacket answer) {
    return answer.getStatus().getCode() >= Status.clientErrorBadRequest.getCode();
  }
}
