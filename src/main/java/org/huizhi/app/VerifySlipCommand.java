package org.huizhi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizhi.camera.PictureFile;
import org.huizhi.config.ConfigMistakes;
import org.huizhi.config.KioskConfig;
import org.huizhi.face.OpenCv;
import org.huizhi.receipt.SlipCode;
import org.huizhi.receipt.SlipKeys;
import org.huizhi.receipt.SlipPreview;
import org.huizhi.receipt.SlipScan;
import org.huizhi.record.CaseStore;
import org.huizhi.record.PhotoFile;
import org.huizhi.storage.Database;
import org.huizhi.storage.Storage;
import org.huizhi.storage.StorageTrouble;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kiosk verify-slip}: whether a slip is genuine, and whose photo it is for. */
@Command(
    name = "verify-slip",
    description = "Tells, without a network, whether a slip is genuine and whose photo it is for.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:genuine",
      "1:not genuine, void, or not the slip of that photo",
      "2:no signed code could be read, or a wrong option"
    })
final class VerifySlipCommand implements Callable<Integer> {
  private static final int PDF_DPI = 300;

  @Mixin private ConfigOption config = new ConfigOption();

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description =
          "Public keys (.pub) to trust, such as those of all machines of a hall; by default this"
              + " machine's own.")
  private Optional<Path> keys = Optional.empty();

  @Option(
      names = "--photo",
      paramLabel = "FILE",
      description = "Also tell whether this file is the photo that the slip was given for.")
  private Optional<Path> photo = Optional.empty();

  @Parameters(
      paramLabel = "CODE|PICTURE",
      description = "What a scanner read, or a picture (JPEG, PNG) or PDF of the slip.")
  private String slip = "";

  @Override
  public Integer call() throws Exception {
    Map<String, PublicKey> trusted = trusted();
    String code = slip.strip().startsWith(SlipCode.START) ? slip.strip() : read(Path.of(slip));
    Optional<SlipCode> genuine = SlipCode.verify(code, trusted);
    if (genuine.isEmpty()) {
      throw new Refusal(
          ExitCode.SOFTWARE,
          code.equals(SlipCode.SPECIMEN)
              ? "NOT GENUINE: this is a specimen"
              : "NOT GENUINE: forged, altered, or signed by a machine that is not trusted here");
    }
    say(genuine.get(), recorded(genuine.get().imageNumber()));
    if (photo.isPresent()) {
      compare(genuine.get(), photo.get());
    }
    return ExitCode.OK;
  }

  private Map<String, PublicKey> trusted() throws Exception {
    Path folder;
    if (keys.isPresent()) {
      folder = keys.get();
    } else {
      KioskConfig read = config.read();
      folder = data.in(read).resolve(SlipKeys.FOLDER);
    }
    try {
      Map<String, PublicKey> trusted = SlipKeys.trusted(folder);
      if (trusted.isEmpty()) {
        throw new Refusal(ExitCode.USAGE, "there are no public keys in " + folder);
      }
      return trusted;
    } catch (IOException wrong) {
      throw new Refusal(ExitCode.USAGE, "the public keys cannot be read: " + wrong.getMessage());
    }
  }

  private static String read(Path file) throws Refusal {
    OpenCv.load();
    Mat picture;
    try {
      picture =
          file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf")
              ? PictureFile.decode(SlipPreview.png(Files.readAllBytes(file), PDF_DPI))
              : PictureFile.read(file);
    } catch (PictureFile.Unreadable unreadable) {
      throw new Refusal(ExitCode.USAGE, file + " " + unreadable.getMessage());
    } catch (IOException wrong) {
      throw new Refusal(ExitCode.USAGE, file + " cannot be read");
    }
    Mat grey = new Mat();
    Imgproc.cvtColor(picture, grey, Imgproc.COLOR_BGR2GRAY);
    byte[] pixels = new byte[grey.cols() * grey.rows()];
    grey.get(0, 0, pixels);
    Optional<String> code = SlipScan.signedCode(pixels, grey.cols(), grey.rows());
    picture.release();
    grey.release();
    return code.orElseThrow(
        () ->
            new Refusal(
                ExitCode.USAGE, file + " shows no signed code that can be read; go nearer"));
  }

  /**
   * What the record of this machine or hall says of the number, where there is one.
   *
   * @throws Refusal when it is void
   */
  private String recorded(String number) throws Refusal, ConfigMistakes {
    KioskConfig read = config.read();
    Path file = data.in(read).resolve(CaseStore.FILE);
    boolean alone = read.kiosk().database() instanceof Storage.Sqlite;
    if (alone && Files.notExists(file)) {
      return "not known here whether it was declared void since";
    }
    try (Database record =
        switch (read.kiosk().database()) {
          case Storage.Sqlite _ -> Database.open(file);
          case Storage.Postgres hall -> Database.open(hall);
        }) {
      Optional<String> why = CaseStore.voided(record, number);
      if (why.isPresent()) {
        throw new Refusal(ExitCode.SOFTWARE, "VOID 已作废: " + number + ", " + why.get());
      }
      return "not void";
    } catch (StorageTrouble away) {
      return "not known now whether it was declared void: " + away.getMessage();
    }
  }

  private static void say(SlipCode code, String recorded) {
    List.of(
            "GENUINE",
            "image number  " + code.imageNumber(),
            "document      " + code.document(),
            "taken on      " + code.takenOn(),
            "photo         " + code.photoSha256() + " (SHA-256)",
            "signed by     " + code.keyId(),
            "record        " + recorded)
        .forEach(System.out::println);
  }

  private static void compare(SlipCode code, Path file) throws Refusal {
    try {
      if (!PhotoFile.of(Files.readAllBytes(file)).sha256().equals(code.photoSha256())) {
        throw new Refusal(ExitCode.SOFTWARE, file + " is NOT the photo of this slip");
      }
      System.out.println(file + " is the photo of this slip");
    } catch (IOException | IllegalArgumentException wrong) {
      throw new Refusal(ExitCode.USAGE, file + " cannot be read or is no JPEG");
    }
  }
}
