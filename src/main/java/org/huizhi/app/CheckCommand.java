package org.huizhi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.PictureFile;
import org.huizhi.camera.replay.Recording;
import org.huizhi.check.Assessment;
import org.huizhi.check.Finding;
import org.huizhi.check.LiveJudge;
import org.huizhi.check.Verdict;
import org.huizhi.spec.Spec;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kiosk check}: judges photos by a document's rules. */
@Command(
    name = "check",
    description = "Judges photos by a document's rules.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all photos were judged",
      "2:a photo could not be read or a video breaks off, or a wrong option"
    })
final class CheckCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--spec", paramLabel = "NAME", description = "The document: ${DEFAULT-VALUE}.")
  private String spec = "hk-macau-permit";

  @Option(names = "--json", description = "One JSON object a line instead of words.")
  private boolean json;

  @Option(
      names = "--explain",
      paramLabel = "DIR",
      description = "Also write each photo with the measured places drawn in.")
  private Optional<Path> explain = Optional.empty();

  @Option(
      names = "--calibrate",
      paramLabel = "LABELS",
      description =
          "Instead, prints for each check what it measures on the accepted and the faulty pictures"
              + " of a table (file, verdict, reject_reasons; tab-separated), and the best limit.")
  private Optional<Path> calibrate = Optional.empty();

  @Parameters(
      paramLabel = "PHOTO",
      arity = "0..*",
      description =
          "JPEG or PNG files; of a video (MP4) it is told what an applicant would have been told"
              + " from when to when, and when the kiosk would have taken the shot.")
  private List<Path> photos = List.of();

  @Override
  public Integer call() throws Exception {
    Spec document = Documents.of(config.read(), spec);
    if (calibrate.isPresent()) {
      return calibrate(calibrate.get(), document);
    }
    if (photos.isEmpty()) {
      throw new Refusal(2, "which photos? Name at least one");
    }
    if (explain.isPresent()) {
      if (photos.stream().map(Documents::stem).distinct().count() < photos.size()) {
        throw new Refusal(2, "two pictures of one name would overwrite each other's explanation");
      }
      Files.createDirectories(explain.get());
    }
    boolean allRead = true;
    try (Studio studio = new Studio(Home.cache())) {
      for (Path photo : photos) {
        allRead &=
            Recording.isVideo(photo)
                ? play(studio, photo, document)
                : judge(studio, photo, document);
      }
    }
    return allRead ? 0 : 2;
  }

  private static int calibrate(Path table, Spec document) throws Exception {
    Calibration calibration = new Calibration();
    boolean allRead = true;
    try (Studio studio = new Studio(Home.cache())) {
      for (Labels.Row row : Labels.read(table).rows()) {
        try {
          Mat picture = PictureFile.read(row.file());
          calibration.add(studio.judge(picture, document), row.accepted(), row.faults());
          picture.release();
        } catch (PictureFile.Unreadable unreadable) {
          System.err.println("kiosk check: " + row.file() + " " + unreadable.getMessage());
          allRead = false;
        }
      }
    }
    calibration.table().forEach(CheckCommand::print);
    calibration.agreement().forEach(CheckCommand::print);
    return allRead ? 0 : 2;
  }

  /** Judges one photo and prints it; false when it could not be read. */
  private boolean judge(Studio studio, Path photo, Spec document) throws Exception {
    Mat picture;
    try {
      picture = PictureFile.read(photo);
    } catch (PictureFile.Unreadable unreadable) {
      return complain(photo, photo + " " + unreadable.getMessage());
    }
    try {
      long start = System.nanoTime();
      Verdict verdict = studio.judge(picture, document);
      double millis = (System.nanoTime() - start) / 1e6;
      if (json) {
        print(VerdictJson.LINE.toJson(VerdictJson.of(photo.toString(), spec, verdict, millis)));
      } else {
        printWords(photo, verdict);
      }
      if (explain.isPresent()) {
        writeExplanation(explain.get(), photo, picture, verdict);
      }
      return true;
    } finally {
      picture.release();
    }
  }

  /** Judges a video as it goes and prints it; false when it could not be read. */
  private boolean play(Studio studio, Path video, Spec document) throws Exception {
    try (LiveJudge live = studio.live()) {
      Timeline timeline =
          Timeline.of(
              video,
              studio.judge(document),
              live,
              (picture, guidance) -> {
                if (explain.isPresent()) {
                  String name =
                      "%s-%05d".formatted(Documents.stem(video), guidance.frame().number());
                  writeExplanation(explain.get(), Path.of(name), picture, guidance.calm());
                }
              });
      if (json) {
        timeline.json(video.toString(), spec).forEach(one -> print(VerdictJson.LINE.toJson(one)));
      } else {
        print("%s: %d pictures".formatted(video, timeline.pictures()));
        timeline.spans().forEach(span -> print("  " + span));
      }
      return timeline.lack().isEmpty()
          || complain(video, video + " " + timeline.lack().get() + "; it was judged up to there");
    } catch (CameraTrouble trouble) {
      return complain(video, String.valueOf(trouble.getMessage()));
    }
  }

  private boolean complain(Path file, String sentence) {
    if (json) {
      print(VerdictJson.LINE.toJson(VerdictJson.error(file.toString(), spec, sentence)));
    }
    System.err.println("kiosk check: " + sentence);
    return false;
  }

  private static void printWords(Path photo, Verdict verdict) {
    print(photo + ": " + VerdictJson.lower(verdict.decision()));
    for (Assessment assessment : verdict.assessments()) {
      String severity = VerdictJson.lower(assessment.severity());
      switch (assessment.finding()) {
        case Finding.Met _ -> {}
        case Finding.Missed missed ->
            print(
                "  %-4s %-18s %.4g (%s): %s"
                    .formatted(
                        severity,
                        assessment.code(),
                        missed.measured(),
                        assessment.limit(),
                        VerdictJson.lower(missed.advice()).replace('-', ' ')));
        case Finding.Unseen unseen ->
            print(
                "  %-4s %-18s could not be told: %s"
                    .formatted(severity, assessment.code(), unseen.reason()));
      }
    }
  }

  private static void writeExplanation(Path folder, Path photo, Mat picture, Verdict verdict)
      throws IOException {
    Mat drawn = Explanation.draw(picture, verdict);
    MatOfByte jpeg = new MatOfByte();
    Imgcodecs.imencode(".jpg", drawn, jpeg);
    Files.write(folder.resolve(Documents.stem(photo) + ".explained.jpg"), jpeg.toArray());
    jpeg.release();
    drawn.release();
  }

  private static void print(String line) {
    System.out.println(line);
  }
}
