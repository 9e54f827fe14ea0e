package org.huizhi.app;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huizhi.check.Verdict;
import org.huizhi.config.KioskConfig;
import org.huizhi.console.ReportTable;
import org.huizhi.photo.MadePhoto;
import org.huizhi.receipt.ImageNumbers;
import org.huizhi.receipt.MissingGlyph;
import org.huizhi.receipt.Paper;
import org.huizhi.receipt.ReportSheet;
import org.huizhi.receipt.SlipCode;
import org.huizhi.receipt.SlipData;
import org.huizhi.receipt.SlipFonts;
import org.huizhi.receipt.SlipKeys;
import org.huizhi.receipt.SlipMaker;
import org.huizhi.receipt.SlipPack;
import org.huizhi.record.CaseStore;
import org.huizhi.record.Consent;
import org.huizhi.record.Decided;
import org.huizhi.record.Issued;
import org.huizhi.record.KeptCase;
import org.huizhi.record.NewCase;
import org.huizhi.record.Personal;
import org.huizhi.record.PhotoFile;
import org.huizhi.spec.CentreDemand;
import org.huizhi.spec.Spec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a finished photo its image number and its slip, and the case its place in the record. */
final class SlipDesk {
  private static final Logger LOG = LoggerFactory.getLogger(SlipDesk.class);

  private final KioskConfig config;
  private final SlipFonts fonts;
  private final SlipMaker maker;
  private final ImageNumbers numbers;
  private final SlipKeys.Own key;
  private final Clock clock;

  /**
   * @param data where the keys are that slips are signed with
   */
  SlipDesk(KioskConfig config, Path data, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.fonts = SlipFonts.load(config.kiosk().fonts());
    this.maker = new SlipMaker(fonts);
    this.key = SlipKeys.open(data, config.kiosk().slipKey());
    this.numbers = ImageNumbers.of(config.kiosk().imageNumber(), config.kiosk().machine());
  }

  /** Tables on paper. */
  byte[] report(String title, List<ReportTable> tables) throws IOException {
    return new ReportSheet(fonts)
        .pdf(
            title,
            tables.stream()
                .map(table -> new ReportSheet.Table(table.title(), table.rows()))
                .toList());
  }

  /** Whether every character of the text is in a font. */
  boolean canPrint(String text) {
    try {
      fonts.check(text);
      return true;
    } catch (MissingGlyph missing) {
      return false;
    }
  }

  /**
   * What one visit hands in.
   *
   * @param caseId handing in the same id again gives the same number
   * @param findings the verdict on shot and file
   * @param operations what was done to the pixels
   */
  record Application(
      String caseId,
      Spec document,
      Personal person,
      PhotoFile photo,
      JsonArray findings,
      JsonArray operations,
      Instant shotAt,
      Optional<Consent> consent,
      Optional<Decided> decided,
      Optional<String> ticket,
      JsonArray earlier) {

    /** What staff hand in from a picture file: a case of its own, without a visit. */
    static Application fromFile(
        Spec document, Personal person, MadePhoto photo, Verdict verdict, Instant now) {
      String id = UUID.randomUUID().toString();
      return new Application(
          id,
          document,
          person,
          PhotoFile.of(photo.jpeg()),
          VerdictJson.findings(verdict.assessments()),
          ReportJson.operations(photo),
          now,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new JsonArray());
    }
  }

  /**
   * Refuses a name that no font can print, before anything is stored.
   *
   * @throws org.huizhi.receipt.MissingGlyph with the character
   */
  void checkPrintable(Personal person) {
    person.name().ifPresent(fonts::check);
    person.idNumber().ifPresent(fonts::check);
  }

  /**
   * The person without a name that no font can print: that costs nobody the photo, and staff can
   * write another on a slip later. No line of a log tells the character.
   */
  Personal printable(Personal person) {
    Optional<String> name = person.name().filter(this::canPrint);
    if (name.isEmpty() && person.name().isPresent()) {
      LOG.warn("a name has a character that no font can print; its slip bears none");
    }
    return new Personal(name, person.idNumber(), person.phone());
  }

  /**
   * Stores the case with a queued print job, whole or not at all.
   *
   * @param specimen marks the slip as one that no window accepts
   */
  Issued issue(CaseStore store, Application application, boolean specimen) {
    checkPrintable(application.person());
    PhotoFile photo = application.photo();
    return store.issue(
        fresh(application, specimen),
        numbers,
        number -> pdf(config.slip(application.document()), application, photo, number, specimen),
        config.centre(application.document()).isPresent());
  }

  /** Whether there is no slip of this document before the detection centre has passed its photo. */
  boolean waitsForCentre(Spec document) {
    return config.centre(document).equals(Optional.of(CentreDemand.BEFORE_SLIP));
  }

  /** Stores the case without a slip, for the detection centre to look at; gives its number. */
  String hold(CaseStore store, Application application, boolean specimen) {
    checkPrintable(application.person());
    return store.hold(fresh(application, specimen), numbers);
  }

  /** The same photo under another name: a case of its own, whose number the slip bears. */
  Issued correct(CaseStore store, KeptCase old, String name, String by) {
    Personal before = old.personal();
    Personal person = new Personal(Optional.of(name), before.idNumber(), before.phone());
    checkPrintable(person);
    return store.correct(old, person, by, numbers, fresh -> copy(fresh, 1));
  }

  /** The first slip of a case that was held, now that its photo has passed. */
  Issued release(CaseStore store, String caseId) {
    return store.release(caseId, kept -> copy(kept, 1));
  }

  private static NewCase fresh(Application application, boolean specimen) {
    return new NewCase(
        application.caseId(),
        application.document().name(),
        application.shotAt(),
        application.consent(),
        application.decided(),
        specimen,
        application.person(),
        application.photo(),
        VerdictJson.LINE.toJson(application.findings()),
        VerdictJson.LINE.toJson(application.operations()),
        application.ticket(),
        VerdictJson.LINE.toJson(application.earlier()));
  }

  /** A slip that no window accepts, for a photo that the rules refuse; it says so. */
  byte[] specimen(Application application) {
    SlipPack pack = config.slip(application.document()).notPassed();
    return pdf(pack, application, application.photo(), ImageNumbers.SPECIMEN, true);
  }

  /** The paper of a document's slips: what lies in the preferred printer, or the pack's first. */
  private Paper paper(Spec document) {
    return config
        .kiosk()
        .printers()
        .getFirst()
        .loaded()
        .orElseGet(() -> config.slip(document).papers().getFirst());
  }

  /**
   * The slip of a kept case once more, marked as the copy that it is.
   *
   * @throws IllegalArgumentException when its document is not configured any more
   */
  byte[] copy(KeptCase kept, int copy) {
    return copy(kept, copy, paper(config.spec(kept.spec())));
  }

  /** The same on another paper. */
  byte[] copy(KeptCase kept, int copy, Paper paper) {
    Spec document = config.spec(kept.spec());
    return pdf(
        config.slip(document),
        document,
        kept.personal(),
        kept.shotAt(),
        kept.photo().orElseThrow(),
        kept.imageNumber(),
        copy,
        kept.specimen(),
        paper);
  }

  /** A slip that belongs to nobody, of the first document that this paper is for. */
  byte[] testPage(Paper paper) {
    Spec document =
        config.offered().stream()
            .filter(spec -> config.slip(spec).papers().contains(paper))
            .findFirst()
            .orElse(config.offered().getFirst());
    return testPage(document, paper);
  }

  /** A slip of this document that belongs to nobody, on its usual paper. */
  byte[] testPage(Spec document) {
    return testPage(document, paper(document));
  }

  private byte[] testPage(Spec document, Paper paper) {
    return pdf(
        config.slip(document),
        document,
        Personal.NONE,
        clock.instant(),
        PhotoFile.of(SlipsCommand.silhouette()),
        ImageNumbers.SPECIMEN,
        1,
        true,
        paper);
  }

  /** The last moment at which a slip may be printed again. */
  Instant reprintEnd(KeptCase kept) {
    int days = config.slip(config.spec(kept.spec())).stub().reprintDays();
    return kept.shotAt().plus(Duration.ofDays(days));
  }

  private byte[] pdf(
      SlipPack pack, Application application, PhotoFile photo, String number, boolean specimen) {
    return pdf(
        pack,
        application.document(),
        application.person(),
        application.shotAt(),
        photo,
        number,
        1,
        specimen,
        paper(application.document()));
  }

  private byte[] pdf(
      SlipPack pack,
      Spec document,
      Personal person,
      Instant shotAt,
      PhotoFile photo,
      String number,
      int copy,
      boolean specimen,
      Paper paper) {
    ZonedDateTime takenAt = shotAt.atZone(clock.getZone());
    String code =
        specimen
            ? SlipCode.SPECIMEN
            : SlipCode.sign(number, document.name(), takenAt.toLocalDate(), photo.sha256(), key);
    SlipData data =
        new SlipData(
            number,
            number.equals(ImageNumbers.SPECIMEN) ? number : numbers.grouped(number),
            document.title(),
            config.kiosk().unit(),
            person,
            takenAt,
            document.validity(),
            photo,
            document.picture().dpi(),
            copy,
            specimen,
            code);
    return maker.pdf(data, pack, paper, paper.usualDpi());
  }
}
