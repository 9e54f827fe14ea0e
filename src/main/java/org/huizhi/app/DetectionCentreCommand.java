package org.huizhi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.huizhi.centre.Contract;
import org.huizhi.centre.PracticePapers;
import org.huizhi.centre.ReferenceCentre;
import org.huizhi.centre.Reply;
import org.huizhi.check.Assessment;
import org.huizhi.check.Finding;
import org.huizhi.check.Verdict;
import org.huizhi.config.KioskConfig;
import org.huizhi.spec.Code;
import org.huizhi.spec.Severity;
import org.huizhi.spec.Spec;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kiosk detection-centre}: a centre to try a hall against, and the contract of all. */
@Command(
    name = "detection-centre",
    description = "A detection centre to try a hall against, and the contract for a real one.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "2:it could not start; the sentence says why"})
final class DetectionCentreCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  /** One of the two. */
  static final class What {
    @Option(
        names = "--demo",
        description = "Judges photos as the kiosk does, until it is ended; it keeps nothing.")
    private boolean demo;

    @Option(names = "--contract", description = "Prints the contract (OpenAPI).")
    @SuppressWarnings("UnusedVariable") // picocli lets nobody leave out both
    private boolean contract;
  }

  @Option(names = "--port", paramLabel = "PORT", description = "By default ${DEFAULT-VALUE}.")
  private int port = 8443;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "How the kiosks call this computer; by default ${DEFAULT-VALUE}.")
  private String host = "localhost";

  @Option(
      names = "--papers",
      paramLabel = "DIR",
      description =
          "Where ca.pem, centre.pem and centre.key lie; where there are none, some to practise with"
              + " are made there, and kiosk.pem and kiosk.key besides. By default"
              + " ${DEFAULT-VALUE}.")
  private Path papers = Path.of("centre-papers");

  @Override
  public Integer call() throws Exception {
    if (!what.demo) {
      System.out.print(Contract.openApi());
      return ExitCode.OK;
    }
    KioskConfig read = config.read();
    try (Studio studio = new Studio(Home.cache())) {
      try (ReferenceCentre centre = open(read, studio)) {
        System.out.println("Listening. For kiosk.toml:\n\n" + settings(centre.port()));
        new CountDownLatch(1).await();
      }
    } catch (IOException wrong) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
    }
    return ExitCode.OK;
  }

  private ReferenceCentre open(KioskConfig read, Studio studio) throws IOException {
    if (Files.notExists(papers.resolve("ca.pem"))) {
      PracticePapers.write(
          papers,
          Instant.now(),
          new PracticePapers.Paper("centre", host),
          new PracticePapers.Paper("kiosk", host));
    }
    return ReferenceCentre.open(
        port,
        papers.resolve("ca.pem"),
        papers.resolve("centre.pem"),
        papers.resolve("centre.key"),
        (spec, photo) -> judge(read, studio, spec, photo),
        System.out::println);
  }

  private String settings(int listening) {
    Path folder = papers.toAbsolutePath().normalize();
    return """
    [detection-centre]
    address = "https://%s:%d"
    trust = "%s"
    certificate = "%s"
    key = "%s"
    answer = "10 s"
    give-up = "7 d"

    and in the slip whose photos it shall pass first:

    detection-centre = "before-slip"
    """
        .formatted(
            host,
            listening,
            folder.resolve("ca.pem"),
            folder.resolve("kiosk.pem"),
            folder.resolve("kiosk.key"));
  }

  /** What the kiosk's judge refuses is refused; where it is unsure, it has asked people. */
  static Reply judge(KioskConfig read, Studio studio, String name, byte[] photo) {
    if (!read.specs().containsKey(name)) {
      return new Reply.Refused("UNKNOWN_SPEC", "");
    }
    Spec spec = read.spec(name);
    MatOfByte packed = new MatOfByte(photo);
    Mat picture = Imgcodecs.imdecode(packed, Imgcodecs.IMREAD_COLOR);
    packed.release();
    try {
      if (picture.empty()) {
        return new Reply.Refused("UNREADABLE", "");
      }
      Verdict verdict = studio.judge(picture, spec);
      return verdict.assessments().stream()
          .filter(one -> one.severity() == Severity.VETO)
          .filter(one -> one.finding() instanceof Finding.Missed)
          .findFirst()
          .map(DetectionCentreCommand::refused)
          .orElseGet(
              () ->
                  verdict.faces() == 1
                      ? new Reply.Passed()
                      : new Reply.Refused(Code.NO_FACE.name(), ""));
    } finally {
      picture.release();
    }
  }

  private static Reply refused(Assessment one) {
    String remedy =
        one.finding() instanceof Finding.Missed missed ? VerdictJson.lower(missed.advice()) : "";
    return new Reply.Refused(one.code().name(), remedy);
  }
}
