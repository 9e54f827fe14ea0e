package org.huizhi.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.CameraSettings;
import org.huizhi.centre.CentreRules;
import org.huizhi.printer.PrinterChoice;
import org.huizhi.printer.SystemPrinter;
import org.huizhi.queue.QueueRules;
import org.huizhi.receipt.ImageNumbers;
import org.huizhi.receipt.SlipKeys;
import org.huizhi.record.Retention;
import org.huizhi.screen.ScreenSize;
import org.huizhi.session.Patience;
import org.huizhi.staff.StaffRules;
import org.huizhi.storage.Storage;
import org.huizhi.voice.VoiceChoice;

/**
 * What {@code kiosk-config/kiosk.toml} says.
 *
 * @param machine this machine's name in the hall; part of its image numbers where the pattern says
 * @param timeZone the hall's, which decides what day it is
 * @param data where cases and keys are kept; {@code ~} is the user's home
 * @param database where the hall's records are
 * @param documents the names of the documents that this hall offers, in order
 * @param camera the camera to open
 * @param cameraSettings how it is mounted and what of it stays fixed
 * @param lamp the serial port of the relay that switches the light on the applicant
 * @param cardReader the serial port of the reader of identity cards
 * @param languages of the screens, the first is the one to begin with
 * @param region whose slip packs are used where there are any, such as {@code yunnan}
 * @param unit the capture unit's name on the slip, by language
 * @param imageNumber the pattern of image numbers, see {@link ImageNumbers}
 * @param slipKey name of the key pair that slips are signed with, see {@link SlipKeys}
 * @param keep how long photo, name and number of a case stay in the record
 * @param fonts further fonts for rare characters, tried in order; relative to this file
 * @param voice how the machine speaks
 * @param printers in the order in which they are tried
 * @param queue tickets and calls
 * @param screen how large the screen is, so that doctor can tell whether hands and eyes can use it
 * @param staff how the staff's pages are kept
 * @param detectionCentre the outside centre that looks at photos, where slips demand it
 * @param patience how long each screen waits for a person who does nothing
 */
public record KioskFile(
    String machine,
    ZoneId timeZone,
    Path data,
    Storage database,
    List<String> documents,
    CameraChoice camera,
    CameraSettings cameraSettings,
    Optional<String> lamp,
    Optional<String> cardReader,
    List<String> languages,
    String region,
    Map<String, String> unit,
    String imageNumber,
    String slipKey,
    Retention keep,
    List<Path> fonts,
    VoiceChoice voice,
    List<PrinterChoice> printers,
    QueueRules queue,
    StaffRules staff,
    Optional<CentreRules> detectionCentre,
    ScreenSize screen,
    Patience patience) {
  public KioskFile {
    documents = List.copyOf(documents);
    languages = List.copyOf(languages);
    unit = Map.copyOf(unit);
    fonts = List.copyOf(fonts);
    printers = List.copyOf(printers);
    if (documents.isEmpty()) {
      throw new IllegalArgumentException("documents needs at least one");
    }
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("languages needs at least one");
    }
    if (unit.isEmpty()) {
      throw new IllegalArgumentException("unit needs a text in at least one language");
    }
    if (camera instanceof CameraChoice.WebcamCapture(Optional<String> name) && name.isEmpty()) {
      throw new IllegalArgumentException(
          "camera = \"webcam\" names none; it is " + CameraChoice.GRAMMAR);
    }
    if (keep.withoutSlip().compareTo(keep.usual()) > 0) {
      throw new IllegalArgumentException(
          "keep: without-slip is longer than usual, which is what applicants are told");
    }
    if (lamp.isPresent() && lamp.equals(cardReader)) {
      throw new IllegalArgumentException("lamp and card-reader cannot be on the same port");
    }
    if (staff.comeBack().compareTo(keep.withoutSlip()) > 0) {
      throw new IllegalArgumentException(
          "staff: come-back is longer than without-slip under [keep], after which the photo is"
              + " deleted");
    }
    if (detectionCentre.filter(c -> c.giveUp().compareTo(keep.withoutSlip()) > 0).isPresent()) {
      throw new IllegalArgumentException(
          "detection-centre: give-up is longer than without-slip under [keep], after which the"
              + " photo is deleted");
    }
    if (printers.isEmpty()) {
      throw new IllegalArgumentException("at least one [[printers]] is needed");
    }
    if (!slipKey.matches("[A-Za-z0-9-]{1,40}")) {
      throw new IllegalArgumentException(
          "slip-key is a name of letters, digits and hyphens, not " + slipKey);
    }
    ImageNumbers.of(imageNumber, machine); // refuses a wrong pattern
    List<String> names = printers.stream().map(PrinterChoice::name).toList();
    if (!queue.printer().map(names::contains).orElse(true)) {
      throw new IllegalArgumentException(
          "printer under [queue] is none of the [[printers]]: " + queue.printer().get());
    }
    for (PrinterChoice printer : printers) {
      if (Collections.frequency(names, printer.name()) > 1) {
        throw new IllegalArgumentException(
            "printers names " + printer.name() + " twice; staff could not tell them apart");
      }
      if (printer.patience().orElse(SystemPrinter.PATIENCE).compareTo(patience.machine()) >= 0) {
        throw new IllegalArgumentException(
            "printers: the patience of the printer "
                + printer.name()
                + " must be shorter than machine under [patience], or its slip comes out when the"
                + " next person stands there");
      }
    }
  }

  /** The same with fonts found from the folder of this file. */
  KioskFile in(Path folder) {
    return new KioskFile(
        machine,
        timeZone,
        data,
        database,
        documents,
        camera,
        cameraSettings,
        lamp,
        cardReader,
        languages,
        region,
        unit,
        imageNumber,
        slipKey,
        keep,
        fonts.stream().map(folder::resolve).toList(),
        voice.in(folder),
        printers,
        queue,
        staff,
        detectionCentre.map(centre -> centre.in(folder)),
        screen,
        patience);
  }
}
