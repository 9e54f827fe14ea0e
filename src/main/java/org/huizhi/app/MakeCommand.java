package org.huizhi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.huizhi.camera.PictureFile;
import org.huizhi.config.KioskConfig;
import org.huizhi.receipt.FontTrouble;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Personal;
import org.huizhi.session.IdNumber;
import org.huizhi.spec.CentreDemand;
import org.huizhi.spec.Spec;
import org.huizhi.storage.StorageTrouble;
import org.opencv.core.Mat;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kiosk make}: makes document photos and slips from picture files. */
@Command(
    name = "make",
    description = "Makes the document photo, its slip and a report from each picture.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all photos were made",
      "1:a photo was refused; its reasons were printed",
      "2:a picture could not be read or a file not written, or a wrong option"
    })
final class MakeCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--spec",
      required = true,
      paramLabel = "NAME",
      description = "The document; kiosk specs lists them.")
  private String spec = "";

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where files go.")
  private Path out = Path.of(".");

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The applicant's name; once for each picture, in their order.")
  private List<String> names = List.of();

  @Option(
      names = "--id-number",
      paramLabel = "NUMBER",
      description = "The applicant's ID number; once for each picture, in their order.")
  private List<String> idNumbers = List.of();

  @Option(
      names = "--force",
      description = "Make a photo that fails, too; its slip is marked 样张 / SPECIMEN.")
  private boolean force;

  @Option(
      names = "--contact-sheet",
      paramLabel = "FILE",
      description = "A PNG of up to 60 pictures, each beside its photo, to look at.")
  private Optional<Path> contactSheet = Optional.empty();

  @Parameters(paramLabel = "PHOTO", arity = "1..*", description = "JPEG or PNG files.")
  private List<Path> photos = List.of();

  @Override
  public Integer call() throws Exception {
    KioskConfig read = config.read();
    Spec document = Documents.of(read, spec);
    Clock clock = Clock.system(read.kiosk().timeZone());
    if (read.centre(document).equals(Optional.of(CentreDemand.BEFORE_SLIP)) && !force) {
      throw new Refusal(
          ExitCode.USAGE,
          "the detection centre must pass a photo of this document before there is a slip; only"
              + " the kiosk asks it, and --force makes specimens");
    }
    refuseWrongCount("--name", names);
    refuseWrongCount("--id-number", idNumbers);
    refuseWrongSheet();
    refuseSameNames();
    refuseWrongNumbers(LocalDate.now(clock));
    Files.createDirectories(out);
    try (Studio studio = new Studio(Home.cache());
        CaseStore store = Records.open(read, data.in(read), clock)) {
      PhotoFiles files =
          new PhotoFiles(
              studio, store, new SlipDesk(read, data.in(read), clock), clock, document, out, force);
      Optional<ContactSheet> sheet =
          contactSheet.isPresent()
              ? Optional.of(new ContactSheet(photos.size()))
              : Optional.empty();
      int worst = ExitCode.OK;
      for (int i = 0; i < photos.size(); i++) {
        int exit = files.make(photos.get(i), person(i));
        worst = Math.max(worst, exit);
        if (sheet.isPresent()) {
          show(sheet.get(), photos.get(i), exit == ExitCode.OK);
        }
      }
      if (sheet.isPresent()) {
        write(contactSheet.orElseThrow(), sheet.get());
      }
      return worst;
    } catch (StorageTrouble | FontTrouble trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
    }
  }

  /** The photos are made by then: whatever is wrong with the sheet is said, and no more. */
  private static void write(Path file, ContactSheet sheet) throws Refusal {
    try {
      Files.write(file, sheet.png());
    } catch (IOException wrong) {
      throw new Refusal(
          ExitCode.USAGE, "the contact sheet could not be written: " + wrong.getMessage());
    }
  }

  private void show(ContactSheet sheet, Path picture, boolean made) {
    String stem = Documents.stem(picture);
    Path photo = out.resolve(stem + ".photo.jpg");
    try {
      sheet.add(
          stem, preview(picture), made ? Optional.of(Files.readAllBytes(photo)) : Optional.empty());
    } catch (IOException wrong) {
      System.err.println("kiosk make: " + picture + " is not on the contact sheet: " + wrong);
    }
  }

  private static Optional<byte[]> preview(Path picture) {
    try {
      Mat shot = PictureFile.read(picture);
      try {
        return Optional.of(Encoding.jpeg(shot));
      } finally {
        shot.release();
      }
    } catch (PictureFile.Unreadable said) {
      return Optional.empty(); // said when it was to be made
    }
  }

  /** Before anything is made: a forgotten FILE would be the first picture, and be overwritten. */
  private void refuseWrongSheet() throws Refusal {
    if (contactSheet.isEmpty()) {
      return;
    }
    Path file = contactSheet.get().toAbsolutePath();
    String wrong = "";
    if (!file.toString().endsWith(".png")
        || photos.stream().anyMatch(photo -> photo.toAbsolutePath().equals(file))) {
      wrong = file + " would be overwritten; name a new file that ends in .png";
    } else if (!Files.isWritable(Optional.ofNullable(file.getParent()).orElse(file))) {
      wrong = "the contact sheet could not be written: no folder for " + file;
    } else if (photos.size() > ContactSheet.MOST) {
      wrong = "a contact sheet holds at most %d pictures".formatted(ContactSheet.MOST);
    }
    if (!wrong.isEmpty()) {
      throw new Refusal(ExitCode.USAGE, wrong);
    }
  }

  private void refuseWrongCount(String option, List<String> values) throws Refusal {
    if (!values.isEmpty() && values.size() != photos.size()) {
      throw new Refusal(
          ExitCode.USAGE,
          "%s is given %d times for %d pictures".formatted(option, values.size(), photos.size()));
    }
  }

  /** Two pictures of one name would overwrite each other's photo. */
  private void refuseSameNames() throws Refusal {
    Set<String> stems = new HashSet<>();
    for (Path photo : photos) {
      if (!stems.add(Documents.stem(photo))) {
        throw new Refusal(
            ExitCode.USAGE, "two pictures are named " + Documents.stem(photo) + "; rename one");
      }
    }
  }

  private void refuseWrongNumbers(LocalDate today) throws Refusal {
    for (int i = 0; i < idNumbers.size(); i++) {
      String number = idNumbers.get(i);
      boolean right =
          number.matches("[0-9]{17}[0-9X]")
              && IdNumber.read(number, today) instanceof IdNumber.Reading.Right;
      if (!right) {
        throw new Refusal(
            ExitCode.USAGE,
            "--id-number number %d is no ID number: 17 digits and a check digit (or X) that fits"
                .formatted(i + 1));
      }
    }
  }

  private Personal person(int at) {
    return new Personal(
        names.isEmpty() ? Optional.empty() : Optional.of(names.get(at)),
        idNumbers.isEmpty() ? Optional.empty() : Optional.of(idNumbers.get(at)));
  }
}
