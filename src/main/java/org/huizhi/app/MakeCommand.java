package org.huizhi.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.huizhi.config.KioskConfig;
import org.huizhi.receipt.FontTrouble;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Personal;
import org.huizhi.session.IdNumber;
import org.huizhi.spec.CentreDemand;
import org.huizhi.spec.Spec;
import org.huizhi.storage.StorageTrouble;
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
      description = "A new PNG of up to " + ContactSheet.MOST + " pictures, each beside its photo.")
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
    refuseSameNames();
    refuseBlankNames();
    refuseWrongNumbers(LocalDate.now(clock));
    Optional<ContactSheet> sheet =
        contactSheet.isEmpty()
            ? Optional.empty()
            : Optional.of(new ContactSheet(contactSheet.get(), photos.size()));
    Files.createDirectories(out);
    try (Studio studio = new Studio(Home.cache());
        CaseStore store = Records.open(read, data.in(read), clock)) {
      PhotoFiles files =
          new PhotoFiles(
              studio, store, new SlipDesk(read, data.in(read), clock), clock, document, out, force);
      int worst = ExitCode.OK;
      for (int i = 0; i < photos.size(); i++) {
        int exit = files.make(photos.get(i), person(i));
        worst = Math.max(worst, exit);
        if (sheet.isPresent()) {
          Path photo = out.resolve(Documents.stem(photos.get(i)) + ".photo.jpg");
          sheet.get().add(photos.get(i), Optional.of(photo).filter(made -> exit == ExitCode.OK));
        }
      }
      if (sheet.isPresent()) {
        sheet.get().write();
      }
      return worst;
    } catch (StorageTrouble | FontTrouble trouble) {
      throw new Refusal(ExitCode.USAGE, String.valueOf(trouble.getMessage()));
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

  private void refuseBlankNames() throws Refusal {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isBlank()) {
        throw new Refusal(
            ExitCode.USAGE,
            "--name number %d says nothing; leave --name out to make slips without names"
                .formatted(i + 1));
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
