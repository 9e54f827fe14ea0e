package org.huizhi.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.huizhi.Pictures;
import org.huizhi.camera.PictureFile;
import org.huizhi.face.OpenCv;
import org.huizhi.printer.SmallDisk;
import org.huizhi.receipt.SlipPreview;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** The commands as a person types them, with good and bad input. */
class CommandsTest {
  @TempDir Path folder;

  private final PrintStream stdout = System.out;
  private final PrintStream stderr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void release() {
    System.setOut(stdout);
    System.setErr(stderr);
  }

  @Test
  void checkJudgesAllAndNamesWhatItCouldNotRead() throws Exception {
    Path text = Files.writeString(folder.resolve("text.jpg"), "no picture");
    int exit = Main.run("check", "--json", text.toString(), portrait().toString());
    assertEquals(2, exit, said());
    List<JsonObject> lines =
        out.toString(StandardCharsets.UTF_8)
            .lines()
            .map(line -> JsonParser.parseString(line).getAsJsonObject())
            .toList();
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).get("error").getAsString().contains("is no JPEG or PNG"));
    assertEquals("pass", lines.get(1).get("verdict").getAsString(), lines.get(1).toString());
    assertEquals(1, lines.get(1).get("faces").getAsInt());
  }

  @Test
  void checkExplainsWithAPicture() throws Exception {
    Path drawn = folder.resolve("drawn");
    int exit =
        Main.run("check", "--explain", drawn.toString(), Pictures.file("faces.jpg").toString());
    assertEquals(0, exit, said());
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("MULTIPLE_FACES"));
    assertTrue(Files.size(drawn.resolve("faces.explained.jpg")) > 10_000);
  }

  @Test
  void makeWritesFourFilesAndTheNextNumber() throws Exception {
    Path made = folder.resolve("made");
    int exit = make(made, "--name", "欧阳喆", "--id-number", "11010519491231002X");
    assertEquals(0, exit, said());
    assertEquals(
        List.of("man.cutout.png", "man.photo.jpg", "man.report.json", "man.slip.pdf"), names(made));
    String report = Files.readString(made.resolve("man.report.json"));
    assertTrue(report.contains("\"image_number\": \"Y"), report);
    assertFalse(report.contains("欧阳喆"), "a report names nobody");
  }

  @Test
  void makeRefusesWhatFailsUnlessForced() throws Exception {
    Path smile = frame(60, "smile.png");
    Path made = folder.resolve("made");
    assertEquals(1, makeOf(smile, made));
    assertEquals(List.of(), names(made));
    assertTrue(said().contains("MOUTH_OPEN"), said());
    assertEquals(0, makeOf(smile, made, "--force"), said());
    assertTrue(Files.readString(made.resolve("smile.report.json")).contains("SPECIMEN"));
    String slip = text(made.resolve("smile.slip.pdf"));
    assertTrue(slip.contains("本相片未通过检测") && slip.contains("did not pass"), slip);
    assertFalse(slip.contains("符合《") || slip.contains("was checked"), slip);
  }

  @Test
  void theContactSheetShowsShotAndPhotoSideBySide() throws Exception {
    Path made = folder.resolve("made");
    Path sheet = folder.resolve("sheet.png");
    assertEquals(0, make(made, "--contact-sheet", sheet.toString()), said());
    BufferedImage shown = ImageIO.read(sheet.toFile());
    BufferedImage photo = ImageIO.read(made.resolve("man.photo.jpg").toFile());
    Mat shot = PictureFile.read(portrait());
    int wide = Math.min(450, Math.round(300f * shot.cols() / shot.rows()));
    assertEquals(photo.getRGB(2, 2), shown.getRGB(16 + wide + 3, 19));
    assertNotEquals(shown.getRGB(18, 18), shown.getRGB(16 + wide + 3, 19), "the wall is gone");
  }

  @Test
  void aContactSheetThatWouldOverwriteOrHasNoPlaceIsRefusedBeforeAnythingIsMade() throws Exception {
    Path made = folder.resolve("made");
    Path nowhere = folder.resolve("none").resolve("sheet.png");
    assertEquals(2, make(made, "--contact-sheet", nowhere.toString()));
    assertTrue(said().contains("its folder is not to be written"), said());
    Path mine = Files.copy(portrait(), folder.resolve("mine.png"));
    assertEquals(2, makeOf(mine, made, "--contact-sheet", mine.toString()));
    assertTrue(said().contains("would be overwritten"), said());
    assertFalse(Files.exists(made), "nothing was made");
  }

  @Test
  void makeRefusesNamesThatCannotBePrintedAndWrongNumbers() throws Exception {
    Path made = folder.resolve("made");
    assertEquals(2, make(made, "--name", "𬎆"));
    assertTrue(said().contains("U+2C386"), said());
    assertEquals(2, make(made, "--name", " "));
    assertTrue(said().contains("--name number 1 says nothing"), said());
    assertEquals(2, make(made, "--id-number", "110105194912310021"));
    assertTrue(said().contains("no ID number"), said());
    assertEquals(2, make(made, "--name", "甲", "--name", "乙"));
    assertTrue(said().contains("2 times for 1 pictures"), said());
    assertEquals(List.of(), names(made));
  }

  @Test
  void staffAreAddedLockedAndListed() {
    String data = folder.resolve("data").toString();
    assertEquals(
        0, staff("739164\n739164\n", "add", "1001", "--role", "supervisor", "--data", data));
    assertEquals(2, staff("739164\n739165\n", "add", "1002", "--role", "clerk", "--data", data));
    assertTrue(said().contains("differ"), said());
    assertEquals(2, staff("123456\n123456\n", "add", "1002", "--role", "clerk", "--data", data));
    assertTrue(said().contains("easy to guess"), said());
    assertEquals(2, staff("506172\n506172\n", "add", "1001", "--role", "clerk", "--data", data));
    assertEquals(0, staff("", "lock", "1001", "--data", data));
    assertEquals(2, staff("", "lock", "1009", "--data", data));
    assertEquals(0, staff("", "list", "--data", data));
    assertTrue(said().contains("1001 1001, supervisor, locked"), said());
    assertFalse(said().contains("739164"), "no PIN is said");
  }

  private static int staff(String typed, String... args) {
    InputStream stdin = System.in;
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    try {
      return Main.run(Stream.concat(Stream.of("staff"), Stream.of(args)).toArray(String[]::new));
    } finally {
      System.setIn(stdin);
    }
  }

  @Test
  void reprintPrintsACopyOfWhatWasMade() throws Exception {
    Path made = folder.resolve("made");
    assertEquals(0, make(made, "--name", "欧阳喆"), said());
    String report = Files.readString(made.resolve("man.report.json"));
    String number =
        JsonParser.parseString(report).getAsJsonObject().get("image_number").getAsString();
    Path data = folder.resolve("data");
    assertEquals(0, Main.run("reprint", "--data", data.toString(), number), said());
    assertTrue(names(data.resolve("slips")).getFirst().startsWith(number));
    String typed = " " + number.substring(0, 3).toLowerCase(Locale.ROOT) + "\u3000"; // 全角空格
    StringBuilder wide = new StringBuilder(typed);
    number.substring(3).chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
    assertEquals(0, Main.run("reprint", "--data", data.toString(), wide.toString()), said());
    assertEquals(2, Main.run("reprint", "--data", data.toString(), "Y2611260000009X"));
    assertTrue(said().contains("no case has the image number"), said());
  }

  @Test
  void aPhotographedSlipIsVerifiedAndAForgedOneIsNot() throws Exception {
    Path made = folder.resolve("made");
    assertEquals(0, make(made, "--name", "欧阳喆"), said());
    String data = folder.resolve("data").toString();
    String photographed = photographed(made.resolve("man.slip.pdf")).toString();
    String photo = made.resolve("man.photo.jpg").toString();
    assertEquals(
        0, Main.run("verify-slip", "--data", data, "--photo", photo, photographed), said());
    String report = Files.readString(made.resolve("man.report.json"));
    String number =
        JsonParser.parseString(report).getAsJsonObject().get("image_number").getAsString();
    assertTrue(said().contains("GENUINE") && said().contains(number), said());
    Path other = Pictures.file("audrey.jpg");
    assertEquals(
        1, Main.run("verify-slip", "--data", data, "--photo", other.toString(), photographed));
    assertEquals(
        1, Main.run("verify-slip", "--data", data, "HZ1:Y2611260000001X:A:20261126:1:2:3"));
    assertTrue(said().contains("NOT GENUINE"), said());
    assertEquals(2, Main.run("verify-slip", "--data", data, portrait().toString()));
    assertTrue(said().contains("no signed code"), said());
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    assertEquals(2, Main.run("verify-slip", "--keys", elsewhere.toString(), photographed));
    assertEquals(0, Main.run("slip-keys", "--data", data, "--out", elsewhere.toString()), said());
    assertEquals(0, Main.run("verify-slip", "--keys", elsewhere.toString(), photographed), said());
  }

  private static String text(Path pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** The slip on a table, from above and from the side, a little out of focus and noisy. */
  private Path photographed(Path pdf) throws Exception {
    Mat page = PictureFile.decode(SlipPreview.png(Files.readAllBytes(pdf), 200));
    double w = page.cols();
    double h = page.rows();
    Mat from = new MatOfPoint2f(new Point(0, 0), new Point(w, 0), new Point(w, h), new Point(0, h));
    Mat to =
        new MatOfPoint2f(
            new Point(0.06 * w, 0.03 * h),
            new Point(0.95 * w, 0.06 * h),
            new Point(w, 0.97 * h),
            new Point(0.02 * w, 0.93 * h));
    Mat seen = new Mat();
    Mat skew = Imgproc.getPerspectiveTransform(from, to);
    Imgproc.warpPerspective(
        page, seen, skew, page.size(), Imgproc.INTER_LINEAR, 0, new Scalar(120, 130, 140));
    Imgproc.GaussianBlur(seen, seen, new Size(0, 0), 0.8);
    Mat noise = new Mat(seen.size(), seen.type());
    Core.setRNGSeed(12);
    Core.randn(noise, 0, 12);
    Core.add(seen, noise, seen);
    Path file = folder.resolve("photographed.jpg");
    Imgcodecs.imwrite(file.toString(), seen);
    return file;
  }

  @Test
  void verifyConfirmsAPhotoAndRefusesOneChangedPixel() throws Exception {
    Path made = folder.resolve("made");
    assertEquals(0, makeOf(portrait(), made, "--force"), said());
    Path report = made.resolve("man.report.json");
    Path photo = made.resolve("man.photo.jpg");
    Path shot = portrait();
    assertEquals(0, verify(report, shot, photo), said());
    assertEquals(0, alone("verify", report.toString(), shot.toString(), photo.toString()));

    byte[] first = Files.readAllBytes(photo);
    assertEquals(0, makeOf(shot, made, "--force"), "once more of the same");
    Path another = Files.createDirectory(folder.resolve("another"));
    Files.move(frame(700, "later.png"), another.resolve("man.png"));
    assertEquals(2, makeOf(another.resolve("man.png"), made, "--force"), "of the same name");
    assertTrue(said().contains("is of another picture"), said());
    assertArrayEquals(first, Files.readAllBytes(photo));

    Mat changed = Imgcodecs.imread(photo.toString());
    changed.put(236, 177, 1, 2, 3);
    Path touched = folder.resolve("touched.jpg");
    Imgcodecs.imwrite(touched.toString(), changed);
    assertEquals(1, verify(report, shot, touched));
    assertTrue(said().contains("the photo is not what the operations make of the shot"), said());

    Mat other = Imgcodecs.imread(shot.toString());
    other.put(0, 0, 1, 2, 3);
    Path otherShot = folder.resolve("other.png");
    Imgcodecs.imwrite(otherShot.toString(), other);
    assertEquals(1, verify(report, otherShot, photo));
    assertTrue(said().contains("its pixels differ"), said());
    assertEquals(2, verify(photo, shot, photo));
    assertTrue(said().contains("is no report"), said());
  }

  @Test
  void verifyComparesWhatAReportSaysOfThePhotoAndNamesWhatItCannot() throws Exception {
    Path made = folder.resolve("made");
    assertEquals(0, make(made), said());
    Path report = made.resolve("man.report.json");
    Path photo = made.resolve("man.photo.jpg");
    String whole = Files.readString(report);
    JsonObject said = JsonParser.parseString(whole).getAsJsonObject();
    String number = said.get("image_number").getAsString();
    assertEquals(0, verify(report, portrait(), photo), said());
    assertTrue(said().contains("not checked: whether the image number " + number), said());

    assertFalsified(report, whole.replace("\"verdict\": \"pass\"", "\"verdict\": \"unsure\""));
    assertTrue(said().contains("the report's verdict is not"), said());
    assertFalsified(report, whole.replaceFirst("\"measured\": [0-9.]+", "\"measured\": 0.7777"));
    assertTrue(said().contains("the report's findings are not"), said());
    assertFalsified(report, whole.replaceFirst("\"width(.*?)\": 354", "\"width$1\": 413"));
    assertTrue(said().contains("the report's file is not"), said());
    assertFalsified(report, whole.replace("\"specimen\": false", "\"specimen\": true"));
    assertTrue(said().contains("specimen"), said());
    assertFalsified(report, whole.replace(number, "SPECIMEN000000"));
    assertTrue(said().contains("the image number of a specimen"), said());
  }

  private void assertFalsified(Path report, String text) throws Exception {
    assertNotEquals(Files.readString(report), text, "nothing was changed");
    Path falsified = Files.writeString(folder.resolve("false.report.json"), text);
    assertEquals(1, verify(falsified, portrait(), folder.resolve("made/man.photo.jpg")), said());
  }

  /** As the start script does it: in a program where nothing was loaded before. */
  private static int alone(String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("-Djava.awt.headless=true", Main.class.getName()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static int verify(Path report, Path shot, Path photo) {
    return Main.run("verify", report.toString(), shot.toString(), photo.toString());
  }

  @Test
  void specsAreValidatedAndDrawn() throws Exception {
    assertEquals(0, Main.run("specs", "--validate"), said());
    assertTrue(said().contains("no mistake"), said());
    Path drawn = folder.resolve("template.png");
    assertEquals(0, Main.run("specs", "--show", "id-card", "--out", drawn.toString()), said());
    assertEquals(441 * 2 + 80, Imgcodecs.imread(drawn.toString()).rows());
    byte[] before = Files.readAllBytes(drawn);
    assertEquals(2, Main.run("specs", "--show", "passport", "--out", drawn.toString()));
    assertTrue(said().contains("is there already"), said());
    assertEquals(2, Main.run("slips", "--out", folder.toString()), "it is a folder");
    assertEquals(2, Main.run("sheet", "--out", drawn.toString(), folder.toString()));
    assertTrue(said().contains(folder + " is no file"), said());
    assertEquals(2, Main.run("check", "--calibrate", folder.toString()));
    assertFalse(said().contains("null"), said());
    assertArrayEquals(before, Files.readAllBytes(drawn));
    assertEquals(2, Main.run("specs", "--try", portrait().toString(), "--out", drawn.toString()));
    assertTrue(said().contains("template.png is there already"), said());

    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(own.resolve("ours.toml"), "slip = \"id-crad\"\nbackground = \"white\"\n");
    assertEquals(2, Main.run("specs", "--validate", own.toString()));
    assertTrue(said().contains("ours.toml:2: background must be a colour"), said());
    assertEquals(2, Main.run("specs", "--validate", own.resolve("none").toString()));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertEquals(2, Main.run("specs", "--validate", empty.toString()));
    Files.createDirectory(empty.resolve("specs"));
    assertEquals(2, Main.run("specs", "--validate", empty.toString()));
    assertTrue(said().contains("kiosk.toml:1: this file is missing"), said());
  }

  @Test
  void aFullDiskLeavesNothingHalfWritten() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder, "200k")) {
      assertEquals(2, makeOf(portrait(), disk.path(), "--data", folder.resolve("data").toString()));
      assertTrue(said().contains("could not be written"), said());
      assertEquals(List.of(), names(disk.path()));
    }
  }

  @Test
  void unknownWordsAreAnsweredWithTheLikeliestOne() {
    assertEquals(2, Main.run("check", "--spec", "hk-macao-permit", "x.jpg"));
    assertTrue(said().contains("did you mean hk-macau-permit?"), said());
    assertEquals(2, Main.run("specs", "--config", folder.resolve("none").toString()));
    assertTrue(said().contains("no such configuration folder"), said());
    assertEquals(2, Main.run("chek"));
  }

  private int make(Path made, String... more) throws Exception {
    return makeOf(portrait(), made, more);
  }

  private int makeOf(Path picture, Path made, String... more) {
    List<String> args =
        new java.util.ArrayList<>(
            List.of("make", "--spec", "hk-macau-permit", "--out", made.toString()));
    args.addAll(List.of(more));
    if (!args.contains("--data")) {
      args.addAll(List.of("--data", folder.resolve("data").toString()));
    }
    args.add(picture.toString());
    return Main.run(args.toArray(String[]::new));
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8) + out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> names(Path made) throws Exception {
    if (!Files.exists(made)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(made)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** A neutral moment of the clip, large enough for a photo. */
  private Path portrait() throws Exception {
    return frame(1650, "man.png");
  }

  private Path frame(int number, String name) throws Exception {
    OpenCv.load();
    Mat frame = Clip.frame("franck.mp4", number);
    Imgproc.resize(frame, frame, new Size(1280, 1024), 0, 0, Imgproc.INTER_CUBIC);
    Path file = folder.resolve(name);
    Imgcodecs.imwrite(file.toString(), frame);
    return file;
  }
}
