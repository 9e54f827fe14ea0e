package org.huizhi.printer;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.encoding.UriType;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An IPP printer inside the test: it keeps what it is sent and has the faults it is told to have.
 */
public final class PretendPrinter implements AutoCloseable {
  /** A job as the printer sees it. */
  static final class Job {
    final String name;
    final byte[] document;
    final AttributeGroup wishes;
    JobState state = JobState.processing;
    int sheets;

    Job(String name, byte[] document, AttributeGroup wishes) {
      this.name = name;
      this.document = document;
      this.wishes = wishes;
    }
  }

  /** An attribute whose length is below nothing. */
  private static final byte[] NONSENSE = {2, 0, 0, 0, 0, 0, 0, 1, 1, 0x47, -1, -1, 0, 0, 0, 0};

  final List<Job> jobs = new ArrayList<>();
  private final HttpServer server;
  private List<String> reasons = List.of("none");
  private boolean stopped;
  private boolean hangsUp;
  private boolean falters;
  private boolean babbles;
  private boolean refuses;
  private boolean deafToCancel;
  private Optional<String> onceSent = Optional.empty();
  private Optional<URI> device = Optional.empty();
  private int questionsUntilMended = Integer.MAX_VALUE;

  public PretendPrinter() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI address() {
    return URI.create("ipp://localhost:" + server.getAddress().getPort() + "/ipp/print");
  }

  /** From now on it reports these reasons and prints nothing. */
  public synchronized PretendPrinter has(String... reasons) {
    this.reasons = List.of(reasons);
    return this;
  }

  /** Somebody puts it right after it was asked about its jobs so many times. */
  public synchronized PretendPrinter mendedAfter(int questions) {
    questionsUntilMended = questions;
    return this;
  }

  public synchronized PretendPrinter stands() {
    stopped = true;
    return this;
  }

  /** It takes the next document and breaks the connection instead of answering. */
  public synchronized PretendPrinter hangsUp() {
    hangsUp = true;
    return this;
  }

  /** It begins to answer and does not go on. */
  public synchronized PretendPrinter falters() {
    falters = true;
    return this;
  }

  /** Its answers are none of the protocol's. */
  public synchronized PretendPrinter babbles() {
    babbles = true;
    return this;
  }

  public synchronized PretendPrinter refuses() {
    refuses = true;
    return this;
  }

  public synchronized PretendPrinter deafToCancel() {
    deafToCancel = true;
    return this;
  }

  /** From the next document on it reports this. */
  public synchronized PretendPrinter onceSent(String reason) {
    onceSent = Optional.of(reason);
    return this;
  }

  /** Everything is as it should be again. */
  public synchronized PretendPrinter mended() {
    reasons = List.of("none");
    stopped = false;
    refuses = false;
    onceSent = Optional.empty();
    return this;
  }

  /** Nobody answers any more. */
  public PretendPrinter unplug() {
    server.stop(0);
    return this;
  }

  /** How many sheets came out. */
  public synchronized int sheets() {
    jobs.forEach(this::proceed); // whatever still waits in it comes out now
    return jobs.stream().mapToInt(job -> job.sheets).sum();
  }

  /** It is only the queue of the printer at this address. */
  public synchronized PretendPrinter before(URI device) {
    this.device = Optional.of(device);
    return this;
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    IppInputStream in = new IppInputStream(exchange.getRequestBody());
    IppPacket question = in.readPacket();
    byte[] document = in.readAllBytes();
    boolean printing = question.getOperation().equals(Operation.printJob);
    IppPacket answer = carryOut(question, document);
    if (printing && hangsUp) {
      hangsUp = false;
      exchange.close();
      return;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new IppOutputStream(out).write(answer);
    byte[] bytes = babbles ? NONSENSE : out.toByteArray();
    exchange.getResponseHeaders().set("Content-Type", "application/ipp");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes, 0, falters ? 1 : bytes.length);
    if (falters) {
      exchange.getResponseBody().flush();
    } else {
      exchange.close();
    }
  }

  private IppPacket carryOut(IppPacket question, byte[] document) {
    Operation operation = question.getOperation();
    if (operation.equals(Operation.printJob)) {
      return print(question, document);
    }
    if (operation.equals(Operation.getPrinterAttributes)) {
      IppPacket.Builder answer =
          ok(question)
              .putPrinterAttributes(
                  Types.printerState.of(
                      stopped
                          ? com.hp.jipp.model.PrinterState.stopped
                          : com.hp.jipp.model.PrinterState.idle),
                  Types.printerStateReasons.of(reasons),
                  Types.printerIsAcceptingJobs.of(true));
      device.ifPresent(uri -> answer.putPrinterAttributes(new UriType("device-uri").of(uri)));
      return answer.build();
    }
    if (operation.equals(Operation.getJobs)) {
      return list(question);
    }
    if (operation.equals(Operation.resumePrinter)) {
      stopped = false;
      return ok(question).build();
    }
    int id = Objects.requireNonNull(question.getValue(Tag.operationAttributes, Types.jobId));
    Job job = jobs.get(id - 1);
    if (operation.equals(Operation.cancelJob) && !deafToCancel) {
      job.state = JobState.canceled;
    }
    proceed(job);
    return ok(question)
        .putJobAttributes(
            Types.jobId.of(id),
            Types.jobState.of(job.state),
            Types.jobStateReasons.of("none"),
            Types.jobImpressionsCompleted.of(job.sheets))
        .build();
  }

  /** A job ends when somebody asks and nothing is in the way. */
  private void proceed(Job job) {
    if (--questionsUntilMended <= 0) {
      reasons = List.of("none");
    }
    if (reasons.equals(List.of("none")) && job.state.equals(JobState.processing)) {
      job.state = JobState.completed;
      job.sheets = 1;
    }
  }

  private IppPacket print(IppPacket question, byte[] document) {
    if (refuses) {
      return new IppPacket.Builder(
              Status.clientErrorDocumentFormatNotSupported, question.getRequestId())
          .putOperationAttributes(
              Types.attributesCharset.of("utf-8"), Types.attributesNaturalLanguage.of("en"))
          .build();
    }
    String name =
        Objects.requireNonNull(question.getString(Tag.operationAttributes, Types.jobName));
    AttributeGroup wishes = Objects.requireNonNull(question.get(Tag.jobAttributes));
    jobs.add(new Job(name, document, wishes));
    onceSent.ifPresent(reason -> reasons = List.of(reason));
    return ok(question)
        .putJobAttributes(Types.jobId.of(jobs.size()), Types.jobState.of(JobState.processing))
        .build();
  }

  private IppPacket list(IppPacket question) {
    boolean completed =
        "completed".equals(question.getString(Tag.operationAttributes, Types.whichJobs));
    IppPacket.Builder answer = ok(question);
    for (Job job : jobs) {
      if (completed != job.state.equals(JobState.processing)) {
        answer.addGroup(
            AttributeGroup.groupOf(
                Tag.jobAttributes,
                Types.jobId.of(jobs.indexOf(job) + 1),
                Types.jobName.of(job.name)));
      }
    }
    return answer.build();
  }

  private static IppPacket.Builder ok(IppPacket question) {
    return new IppPacket.Builder(Status.successfulOk, question.getRequestId())
        .putOperationAttributes(
            Types.attributesCharset.of("utf-8"), Types.attributesNaturalLanguage.of("en"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
