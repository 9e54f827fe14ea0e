package org.huizhi.app;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huizhi.app.SlipDesk.Application;
import org.huizhi.camera.PictureFile;
import org.huizhi.check.Assessment;
import org.huizhi.check.Finding;
import org.huizhi.check.Verdict;
import org.huizhi.photo.CropConflict;
import org.huizhi.photo.MadePhoto;
import org.huizhi.receipt.ImageNumbers;
import org.huizhi.receipt.MissingGlyph;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Issued;
import org.huizhi.record.JobState;
import org.huizhi.record.Personal;
import org.huizhi.spec.Spec;
import org.opencv.core.Mat;
import picocli.CommandLine.ExitCode;

/** Makes photo, cut-out, slip and report of one picture after the other, as files in a folder. */
final class PhotoFiles {
  private static final String PRINTER = "kiosk make";

  private final Studio studio;
  private final CaseStore store;
  private final SlipDesk slips;
  private final Clock clock;
  private final Spec document;
  private final Path out;
  private final boolean force;

  PhotoFiles(
      Studio studio,
      CaseStore store,
      SlipDesk slips,
      Clock clock,
      Spec document,
      Path out,
      boolean force) {
    this.studio = studio;
    this.store = store;
    this.slips = slips;
    this.clock = clock;
    this.document = document;
    this.out = out;
    this.force = force;
  }

  /** Makes the files of one picture, all or none; gives the exit code that it calls for. */
  int make(Path file, Personal person) throws Exception {
    Mat picture;
    try {
      slips.checkPrintable(person);
      picture = PictureFile.read(file);
    } catch (PictureFile.Unreadable unreadable) {
      return say(ExitCode.USAGE, file + " " + unreadable.getMessage());
    } catch (MissingGlyph missing) {
      return say(ExitCode.USAGE, file + ": " + missing.getMessage());
    }
    try {
      return studio.judge(
          picture,
          document,
          (shot, verdict) -> {
            boolean faceless = shot.sighting().face().isEmpty();
            if (faceless || (verdict.decision() == Verdict.Decision.FAIL && !force)) {
              return refuse(file, verdict.assessments());
            }
            try (MadePhoto photo =
                force ? studio.makeAnyway(shot, document) : studio.make(shot, document)) {
              Path report = out.resolve(Documents.stem(file) + ".report.json");
              if (isOfAnother(report, photo)) {
                return say(
                    ExitCode.USAGE,
                    file + ": " + report + " is of another picture; choose another --out");
              }
              Verdict whole = verdict.with(photo.assessments());
              boolean fails = whole.decision() == Verdict.Decision.FAIL;
              if (fails && !force) {
                return refuse(file, photo.assessments());
              }
              Application application =
                  Application.fromFile(document, person, photo, whole, clock.instant());
              Made made = new Made(photo, whole);
              return fails
                  ? writeSpecimen(file, application, made)
                  : writeIssued(file, application, made);
            }
          });
    } catch (CropConflict conflict) {
      return say(ExitCode.SOFTWARE, file + " is refused: " + conflict.getMessage());
    } catch (IOException wrong) {
      return say(ExitCode.USAGE, file + ": its files could not be written: " + wrong.getMessage());
    } finally {
      picture.release();
    }
  }

  /** Two people's pictures may have one name: the photo of the first stays theirs. */
  private static boolean isOfAnother(Path report, MadePhoto photo) throws IOException {
    if (Files.notExists(report)) {
      return false;
    }
    try {
      JsonObject said = JsonParser.parseString(Files.readString(report)).getAsJsonObject();
      return !new JsonPrimitive(photo.sourceSha256()).equals(said.get("source_sha256"));
    } catch (JsonParseException | IllegalStateException wrong) {
      return true;
    }
  }

  /** What goes into the files, and is not for the record. */
  private record Made(MadePhoto photo, Verdict whole) {}

  private int writeSpecimen(Path file, Application application, Made made) throws IOException {
    byte[] pdf = slips.specimen(application);
    write(file, files(made, ImageNumbers.SPECIMEN, pdf, true));
    return say(
        ExitCode.OK, file + ": specimen " + out.resolve(Documents.stem(file) + ".photo.jpg"));
  }

  private int writeIssued(Path file, Application application, Made made) throws IOException {
    Issued issued = slips.issue(store, application, false);
    String job = issued.job().id();
    if (!store.jobs().sending(job, PRINTER)) {
      throw new IllegalStateException("a fresh job was sent before");
    }
    byte[] pdf = store.jobs().slip(job).orElseThrow();
    try {
      write(file, files(made, issued.imageNumber(), pdf, false));
    } catch (IOException wrong) {
      store.jobs().ended(job, JobState.FAILED, "The slip's file could not be written.");
      throw wrong;
    }
    store.jobs().ended(job, JobState.PRINTED, "");
    String unsure =
        made.whole().decision() == Verdict.Decision.UNSURE ? " (unsure: look at it)" : "";
    System.out.println(file + ": " + issued.imageNumber() + unsure);
    return ExitCode.OK;
  }

  private Map<String, byte[]> files(Made made, String number, byte[] slip, boolean specimen) {
    MadePhoto photo = made.photo();
    String report =
        ReportJson.PRETTY.toJson(ReportJson.of(document, number, made.whole(), photo, specimen));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("photo.jpg", photo.jpeg());
    files.put("cutout.png", Encoding.png(photo.cutout()));
    files.put("slip.pdf", slip);
    files.put("report.json", (report + "\n").getBytes(StandardCharsets.UTF_8));
    return files;
  }

  /** Writes all files under other names first, so that a full disk leaves none half-written. */
  private void write(Path file, Map<String, byte[]> contents) throws IOException {
    List<Path> parts = new ArrayList<>();
    String stem = Documents.stem(file);
    try {
      for (Map.Entry<String, byte[]> content : contents.entrySet()) {
        Path part = out.resolve("." + stem + "." + content.getKey() + ".part");
        parts.add(part);
        Files.write(part, content.getValue());
      }
      int at = 0;
      for (String ending : contents.keySet()) {
        Files.move(
            parts.get(at++), out.resolve(stem + "." + ending), StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      for (Path part : parts) {
        Files.deleteIfExists(part);
      }
    }
  }

  private static int refuse(Path file, List<Assessment> assessments) {
    System.err.println(file + " is refused; --force makes a specimen of it:");
    for (Assessment assessment : assessments) {
      if (assessment.finding() instanceof Finding.Missed missed) {
        System.err.printf(
            "  %-18s %.4g (%s): %s%n",
            assessment.code(),
            missed.measured(),
            assessment.limit(),
            VerdictJson.lower(missed.advice()).replace('-', ' '));
      }
    }
    return ExitCode.SOFTWARE;
  }

  private static int say(int exitCode, String sentence) {
    System.err.println("kiosk make: " + sentence);
    return exitCode;
  }
}
