package org.huizhi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.Lamp;
import org.huizhi.camera.TurboJpeg;
import org.huizhi.camera.device.RelayLamp;
import org.huizhi.card.CardReader;
import org.huizhi.card.SdtReader;
import org.huizhi.centre.CentreRules;
import org.huizhi.centre.HttpsCentre;
import org.huizhi.centre.Reply;
import org.huizhi.config.ConfigMistakes;
import org.huizhi.config.KioskConfig;
import org.huizhi.face.ModelException;
import org.huizhi.face.Models;
import org.huizhi.face.OpenCv;
import org.huizhi.printer.Printer;
import org.huizhi.printer.PrinterChoice;
import org.huizhi.receipt.FontTrouble;
import org.huizhi.receipt.MissingGlyph;
import org.huizhi.receipt.SlipFonts;
import org.huizhi.receipt.SlipKeys;
import org.huizhi.receipt.SlipPack;
import org.huizhi.record.CaseStore;
import org.huizhi.record.PrintJob;
import org.huizhi.screen.ScreenSize;
import org.huizhi.spec.Spec;
import org.huizhi.staff.Health;
import org.huizhi.staff.Heartbeats;
import org.huizhi.staff.Staff;
import org.huizhi.storage.DateWatch;
import org.huizhi.storage.StorageTrouble;
import org.huizhi.voice.SoundCard;
import org.huizhi.voice.Speech;
import org.opencv.core.Core;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kiosk doctor}: says of each part whether it works, and what to do if not. */
@Command(
    name = "doctor",
    description = "Looks at every part of the machine: a line each, and what to do.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:everything works", "1:something is to be done"})
final class DoctorCommand implements Callable<Integer> {
  private static final long LEAST_FREE_BYTES = 1_000_000_000;

  /** A kiosk says how it is every five seconds, and later while the hall is slow. */
  private static final Duration HEARD = Duration.ofSeconds(30);

  private static final double LEAST_TARGET_MM = 20;
  private static final double LEAST_CAPITAL_MM = 5;
  private static final String NOTO_TEST = "往来港澳通行证喆堃犇㛃䶮·";

  @Mixin private ConfigOption config = new ConfigOption();

  private boolean sound = true;

  @Override
  public Integer call() {
    look("java", DoctorCommand::java);
    look("display", DoctorCommand::display);
    look("opencv", DoctorCommand::openCv);
    look("models", DoctorCommand::models);
    Optional<KioskConfig> read = config();
    read.ifPresent(this::lookAtHall);
    return sound ? 0 : 1;
  }

  private void lookAtHall(KioskConfig read) {
    look("fonts", () -> fonts(read));
    look("screen", () -> screen(read.kiosk().screen()));
    look("camera", () -> camera(read));
    look("voice", () -> voice(read));
    read.kiosk().cardReader().ifPresent(port -> look("card reader", () -> cardReader(port)));
    read.kiosk().lamp().ifPresent(port -> look("lamp", () -> lamp(port)));
    for (PrinterChoice choice : read.kiosk().printers()) {
      look("printer", () -> printer(choice, Home.data(read)));
    }
    look("database", () -> database(read));
    read.kiosk().detectionCentre().ifPresent(rules -> look("centre", () -> centre(rules)));
    look("staff", () -> staff(read));
    look("slips", () -> slips(read));
    look("kiosk", () -> kiosk(read, Clock.system(read.kiosk().timeZone())));
    look("disk", () -> disk(read));
    look("date", () -> date(read));
  }

  /** One look at one part; gives what is well, or throws what is not. */
  private interface Look {
    String at() throws Ill;
  }

  private static final class Ill extends Exception {
    private static final long serialVersionUID = 1;

    Ill(String sentence) {
      super(sentence);
    }
  }

  private void look(String part, Look look) {
    try {
      System.out.printf("ok   %-9s %s%n", part, look.at());
    } catch (Ill ill) {
      sound = false;
      System.out.printf("ILL  %-9s %s%n", part, ill.getMessage());
    } catch (RuntimeException wrong) {
      sound = false; // the doctor looks at the other parts all the same
      System.out.printf("ILL  %-9s %s; this is a mistake of ours%n", part, wrong);
    }
  }

  private Optional<KioskConfig> config() {
    try {
      KioskConfig read = config.read();
      look("config", () -> read.specs().size() + " documents, " + read.slips().size() + " slips");
      return Optional.of(read);
    } catch (ConfigMistakes mistakes) {
      look(
          "config",
          () -> {
            throw new Ill("mend these lines:\n" + mistakes.getMessage());
          });
      return Optional.empty();
    }
  }

  private static String java() {
    return Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors";
  }

  private static String display() throws Ill {
    if (Display.isHeadless()) {
      throw new Ill("there is none, so \"kiosk run\" cannot start; \"kiosk demo\" can");
    }
    return Optional.ofNullable(System.getenv("DISPLAY")).orElse("of this system");
  }

  private static String openCv() throws Ill {
    try {
      OpenCv.load();
      return Core.VERSION
          + (TurboJpeg.isHere()
              ? ", the camera's JPEG decoded by libjpeg-turbo"
              : ", which decodes the camera's JPEG itself: more slowly than libturbojpeg0 would");
    } catch (UnsatisfiedLinkError wrong) {
      throw new Ill("its library does not load: Linux needs glibc 2.27 or newer");
    }
  }

  private static String models() throws Ill {
    try {
      for (String name : Models.names()) {
        Models.read(name);
      }
      return Models.names().size() + " models, each with the right hash";
    } catch (ModelException wrong) {
      throw new Ill(wrong.getMessage() + "; install the program again");
    }
  }

  /** Nothing depends on the voice: whatever it says stands on the screen. */
  private static String voice(KioskConfig read) {
    String engine =
        Speaking.clips(read.kiosk().voice())
            .speech()
            .map(Speech::name)
            .orElse("recorded clips only");
    return SoundCard.isThere() ? engine : "silent: there is no sound card; " + engine;
  }

  private static String cardReader(String port) throws Ill {
    try (CardReader reader = SdtReader.on(port)) {
      reader.look(); // the answer counts, not the card
      return "answers on " + port;
    } catch (IOException wrong) {
      throw new Ill(wrong.getMessage() + "; look at card-reader in kiosk.toml, plug and rights");
    }
  }

  private static String centre(CentreRules rules) throws Ill {
    try (HttpsCentre centre = new HttpsCentre(rules)) {
      if (centre.knock() instanceof Reply.Failed failed) {
        throw new Ill(
            switch (failed.why()) {
              case AWAY -> "nobody is at " + rules.address() + "; look at the network";
              case SLOW -> rules.address() + " does not answer in time";
              case BUSY -> rules.address() + " has too much to do";
              case UNTRUSTED ->
                  "a certificate is wrong: who is there is not the centre, or does not know this"
                      + " machine; look at trust and certificate under [detection-centre]";
              case KEYS -> "certificate or key cannot be read; look under [detection-centre]";
              case TURNED_AWAY, NONSENSE -> rules.address() + " keeps to another contract";
            });
      }
      return "answers at " + rules.address();
    }
  }

  private static String lamp(String port) throws Ill {
    try (Lamp lamp = new RelayLamp(port)) {
      lamp.shine(true);
      lamp.shine(false);
      return "switched on and off on " + port + "; relays answer nothing, so look whether it shone";
    } catch (IOException wrong) {
      throw new Ill(wrong.getMessage() + "; look at lamp in kiosk.toml, plug and rights");
    }
  }

  private static String fonts(KioskConfig read) throws Ill {
    try {
      SlipFonts fonts = SlipFonts.load(read.kiosk().fonts());
      fonts.check(NOTO_TEST);
      for (Spec document : read.offered()) {
        SlipPack slip = read.slip(document);
        refuseUnprintable(fonts, "the slip " + slip.name(), slip.texts());
        refuseUnprintable(fonts, "title of " + document.name(), slip.words(document.title()));
        refuseUnprintable(fonts, "unit in kiosk.toml", slip.words(read.kiosk().unit()));
      }
      return "Noto Sans SC and " + read.kiosk().fonts().size() + " further";
    } catch (FontTrouble wrong) {
      throw new Ill(wrong.getMessage() + "; look at fonts in kiosk.toml");
    }
  }

  private static void refuseUnprintable(SlipFonts fonts, String what, List<String> texts)
      throws Ill {
    try {
      texts.forEach(fonts::check);
    } catch (MissingGlyph missing) {
      throw new Ill(what + ": " + missing.getMessage());
    }
  }

  private static String screen(ScreenSize screen) throws Ill {
    String words =
        "%.0f×%.0f mm: targets from %.0f mm, capitals from %.1f mm"
            .formatted(
                screen.widthMm(),
                screen.heightMm(),
                screen.leastTargetMm(),
                screen.leastCapitalMm());
    if (screen.leastTargetMm() < LEAST_TARGET_MM || screen.leastCapitalMm() < LEAST_CAPITAL_MM) {
      throw new Ill(words + "; 20 and 5 are wanted: take a larger one, or mend [screen]");
    }
    return words;
  }

  private static String camera(KioskConfig read) throws Ill {
    CameraChoice choice = Cameras.choose(read.kiosk().camera(), Home.demonstrationClip());
    try {
      TestShot shot = TestShot.take(Cameras.apart(choice), Cameras.demand(read));
      if (choice instanceof CameraChoice.Replay) {
        throw new Ill("none found, the demonstration stands in (" + shot + "); plug one in");
      }
      if (shot.heightPx() < Cameras.demand(read).heightPx()) {
        throw new Ill(
            "%s is too small for the documents, which need %d rows"
                .formatted(shot, Cameras.demand(read).heightPx()));
      }
      return shot.toString();
    } catch (CameraTrouble trouble) {
      throw new Ill(
          "%s: %s; look at camera in kiosk.toml".formatted(trouble.kind(), trouble.getMessage()));
    }
  }

  private static String printer(PrinterChoice choice, Path data) throws Ill {
    Printer printer = choice.open(data);
    if (!printer.state().ready()) {
      throw new Ill(printer.name() + ": " + printer.state() + "; see to it, then look again");
    }
    return printer.name() + ": " + printer.state();
  }

  private static String database(KioskConfig read) throws Ill {
    Clock clock = Clock.system(read.kiosk().timeZone());
    try (CaseStore store = Records.working(read, Home.data(read), clock)) {
      return store.jobs().unfinished().size() + " slips on their way, " + Home.data(read);
    } catch (StorageTrouble trouble) {
      throw new Ill(String.valueOf(trouble.getMessage()));
    }
  }

  private static String staff(KioskConfig read) throws Ill {
    Clock clock = Clock.system(read.kiosk().timeZone());
    Path folder = Home.data(read);
    try (CaseStore store = Records.open(read, folder, clock)) {
      Staff staff = StaffCommand.staff(store, read, folder, clock);
      if (staff.isEmpty()) {
        throw new Ill("nobody may use the staff's pages yet; \"kiosk staff add\"");
      }
      return staff.everybody().size() + " persons";
    } catch (StorageTrouble trouble) {
      throw new Ill(String.valueOf(trouble.getMessage()));
    }
  }

  /** Mistakes that only the program that runs can see, and says of itself every few seconds. */
  private static String kiosk(KioskConfig read, Clock clock) throws Ill {
    Instant fresh = clock.instant().minus(HEARD);
    try (CaseStore store = Records.open(read, Home.data(read), clock)) {
      Optional<Health> said =
          new Heartbeats(store.database())
              .all().stream()
                  .filter(health -> health.machine().equals(read.kiosk().machine()))
                  .filter(health -> health.at().isAfter(fresh))
                  .findFirst();
      List<Health.Kind> ill =
          said.map(Health::parts).orElse(List.of()).stream()
              .filter(part -> part.trouble().equals(Optional.of(HealthWatch.MISTAKE)))
              .map(Health.Part::kind)
              .toList();
      if (!ill.isEmpty()) {
        throw new Ill(
            "it makes a mistake again and again, at " + ill + "; see its log, start it anew");
      }
      return said.isPresent() ? "runs" : "does not run just now";
    } catch (StorageTrouble trouble) {
      throw new Ill(String.valueOf(trouble.getMessage()));
    }
  }

  private static String slips(KioskConfig read) throws Ill {
    Clock clock = Clock.system(read.kiosk().timeZone());
    try (CaseStore store = Records.working(read, Home.data(read), clock)) {
      List<String> tasks = TasksCommand.of(store).stream().map(PrintJob::imageNumber).toList();
      if (!tasks.isEmpty()) {
        throw new Ill("nobody knows whether these came out: " + tasks + "; see \"kiosk tasks\"");
      }
      String key = SlipKeys.open(Home.data(read), read.kiosk().slipKey()).id();
      return "none to look after; signed by the key " + key;
    } catch (StorageTrouble trouble) {
      throw new Ill(String.valueOf(trouble.getMessage()));
    }
  }

  private static String date(KioskConfig read) throws Ill {
    Instant now = Clock.system(read.kiosk().timeZone()).instant();
    String words = now.atZone(read.kiosk().timeZone()).toLocalDate().toString();
    Path folder = Home.data(read);
    try {
      if (!DateWatch.own(folder, () -> Records.lastNoted(folder)).wouldBelieve(now)) {
        throw new Ill(
            words
                + " is far ahead of the last date seen, so nothing is deleted; set the clock, or"
                + " say \"kiosk purge --date-is-right\"");
      }
      return words;
    } catch (StorageTrouble trouble) {
      throw new Ill(String.valueOf(trouble.getMessage()));
    }
  }

  private static String disk(KioskConfig read) throws Ill {
    try {
      long free = Files.getFileStore(Home.data(read)).getUsableSpace();
      String words = "%.1f GB free in %s".formatted(free / 1e9, Home.data(read));
      if (free < LEAST_FREE_BYTES) {
        throw new Ill(words + "; make room");
      }
      return words;
    } catch (IOException wrong) {
      throw new Ill("cannot look at " + Home.data(read) + ": " + wrong.getMessage());
    }
  }
}
