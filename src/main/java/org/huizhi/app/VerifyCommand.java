package org.huizhi.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizhi.camera.PictureFile;
import org.huizhi.check.Verdict;
import org.huizhi.photo.MadePhoto;
import org.huizhi.receipt.ImageNumbers;
import org.huizhi.spec.Spec;
import org.opencv.core.Mat;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code kiosk verify}: repeats the operations of a report on the shot and compares bytes, so that
 * everybody who has the three files can see that nothing else was done to the face.
 */
@Command(
    name = "verify",
    description =
        "Repeats what a report says was done to a shot, and confirms that the photo is its result,"
            + " byte by byte.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the photo is what the operations make of the shot",
      "1:it is not; the first difference was printed",
      "2:a file could not be read, or a wrong option"
    })
final class VerifyCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "REPORT", description = "The NAME.report.json beside the photo.")
  private Path report = Path.of(".");

  @Parameters(paramLabel = "SHOT", description = "The picture that the photo was made from.")
  private Path shot = Path.of(".");

  @Parameters(paramLabel = "PHOTO", description = "The finished NAME.photo.jpg.")
  private Path photo = Path.of(".");

  @Override
  public Integer call() throws Exception {
    JsonObject said = said();
    byte[] jpeg = bytes(photo);
    Spec document = Documents.of(config.read(), text(said, "spec"));
    try (Studio studio = new Studio(Home.cache())) { // first: it loads what pictures need
      return verify(said, jpeg, document, studio);
    }
  }

  private int verify(JsonObject said, byte[] jpeg, Spec document, Studio studio) throws Refusal {
    String number = text(said, "image_number");
    Mat picture = picture();
    try {
      Optional<String> difference =
          studio.judge(
              picture,
              document,
              (judged, verdict) -> {
                if (judged.sighting().face().isEmpty()) {
                  return Optional.of("there is no face in the shot");
                }
                try (MadePhoto again = studio.makeAnyway(judged, document)) {
                  return difference(said, jpeg, again)
                      .or(() -> difference(said, verdict.with(again.assessments()), again));
                }
              });
      difference.ifPresentOrElse(
          one -> System.err.println("kiosk verify: " + photo + ": " + one),
          () -> {
            System.out.println(
                photo + " is what the report's operations make of " + shot + ", byte by byte");
            System.out.println(
                "checked too: the report's findings, verdict and file, found anew; not checked:"
                    + " whether the image number "
                    + number
                    + " was given for this photo, which verify-slip tells by the slip");
          });
      return difference.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    } finally {
      picture.release();
    }
  }

  /** The first thing that does not agree, in the order in which one would look for it. */
  private static Optional<String> difference(JsonObject said, byte[] jpeg, MadePhoto again)
      throws Refusal {
    if (!text(said, "source_sha256").equals(again.sourceSha256())) {
      return Optional.of("the shot is not the one of the report: its pixels differ");
    }
    if (!said.get("operations").equals(ReportJson.operations(again))) {
      return Optional.of("the report's operations are not those that the document asks for now");
    }
    if (!Arrays.equals(jpeg, again.jpeg())) {
      return Optional.of("the photo is not what the operations make of the shot");
    }
    return text(said, "photo_sha256").equals(again.resultSha256())
        ? Optional.empty()
        : Optional.of("the report names another photo");
  }

  /** What the report says of the photo, beside what made it. */
  private static Optional<String> difference(JsonObject said, Verdict whole, MadePhoto again) {
    JsonObject now = ReportJson.of(whole, again);
    for (String key : now.keySet()) {
      if (!now.get(key).equals(said.get(key))) {
        return Optional.of(
            "the report's "
                + key
                + (key.equals("findings") ? " are" : " is")
                + " not what the document's rules give now of this shot and photo");
      }
    }
    boolean fails = whole.decision() == Verdict.Decision.FAIL;
    if (!new JsonPrimitive(fails).equals(said.get("specimen"))) {
      return Optional.of("a specimen is made of what fails and of nothing else; the report errs");
    }
    boolean marked = new JsonPrimitive(ImageNumbers.SPECIMEN).equals(said.get("image_number"));
    return fails == marked
        ? Optional.empty()
        : Optional.of("the image number of a specimen, and of nothing else, is SPECIMEN000000");
  }

  private JsonObject said() throws Refusal {
    try {
      JsonObject said = JsonParser.parseString(new String(bytes(report), UTF_8)).getAsJsonObject();
      if (!said.has("operations")) {
        throw new Refusal(ExitCode.USAGE, report + " is no report of kiosk make");
      }
      return said;
    } catch (JsonParseException | IllegalStateException wrong) {
      throw new Refusal(ExitCode.USAGE, report + " is no report of kiosk make");
    }
  }

  private static String text(JsonObject said, String key) throws Refusal {
    if (said.get(key) == null || !said.get(key).isJsonPrimitive()) {
      throw new Refusal(ExitCode.USAGE, "the report does not say its " + key);
    }
    return said.get(key).getAsString();
  }

  private static byte[] bytes(Path file) throws Refusal {
    try {
      return Files.readAllBytes(file);
    } catch (IOException wrong) {
      throw new Refusal(ExitCode.USAGE, file + " cannot be read");
    }
  }

  private Mat picture() throws Refusal {
    try {
      return PictureFile.read(shot);
    } catch (PictureFile.Unreadable unreadable) {
      throw new Refusal(ExitCode.USAGE, shot + " " + unreadable.getMessage());
    }
  }
}
