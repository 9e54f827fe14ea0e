package org.huizhi.photo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huizhi.check.Advice;
import org.huizhi.check.Assessment;
import org.huizhi.check.Finding;
import org.huizhi.face.Face;
import org.huizhi.face.FaceReader;
import org.huizhi.face.HeadMeasure;
import org.huizhi.face.PersonMask;
import org.huizhi.spec.Code;
import org.huizhi.spec.Geometry;
import org.huizhi.spec.Range;
import org.huizhi.spec.Rgb;
import org.huizhi.spec.Severity;
import org.huizhi.spec.Spec;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** Measures a finished file anew, as if it had come from somewhere else. */
final class ResultCheck {
  /** Mean of the upper corners may be so far from the demanded colour, in 8-bit levels. */
  private static final double MOST_BACKGROUND_ERROR = 0.5;

  /** Seen on composites with known outlines: above this the cut-out has visible faults. */
  private static final double MOST_DOUBT = 1.25;

  private final Spec spec;
  private final List<Assessment> assessments = new ArrayList<>();

  private ResultCheck(Spec spec) {
    this.spec = spec;
  }

  /** What was measured. */
  record Result(FileFacts facts, Optional<HeadMeasure> head, List<Assessment> assessments) {}

  /**
   * @param givenUp demands that the crop could not meet because a stronger one overrules them
   * @param doubt how unsure the outline of the cut-out is
   * @param personMask finds the person where no even background parts them from it
   */
  static Result of(
      byte[] jpeg,
      Spec spec,
      FaceReader reader,
      PersonMask personMask,
      List<Code> givenUp,
      double doubt) {
    ResultCheck check = new ResultCheck(spec);
    MatOfByte coded = new MatOfByte(jpeg);
    Mat photo = Imgcodecs.imdecode(coded, Imgcodecs.IMREAD_COLOR);
    coded.release();
    Optional<Rgb> behind = spec.background().colour();
    Optional<Face> face = reader.look(photo).face();
    Optional<HeadMeasure> head =
        face.map(
            found -> {
              Mat mask =
                  behind.map(rgb -> Keyed.person(photo, rgb)).orElseGet(() -> personMask.of(photo));
              HeadMeasure measure = HeadMeasure.of(found, mask);
              mask.release();
              return measure;
            });
    check.geometry(head, givenUp);
    FileFacts facts = FileFacts.read(jpeg);
    check.file(facts);
    if (behind.isPresent()) {
      check.background(photo, behind.get());
      check.outline(doubt);
    }
    photo.release();
    return new Result(facts, head, check.assessments);
  }

  private void geometry(Optional<HeadMeasure> head, List<Code> givenUp) {
    Geometry wanted = spec.geometry();
    double height = spec.picture().heightPx();
    demand(head, Code.HEAD_WIDTH, HeadMeasure::headWidth, givenUp);
    demand(head, Code.FACE_WIDTH, HeadMeasure::faceWidth, givenUp);
    demand(head, Code.HEAD_HEIGHT, HeadMeasure::headHeight, givenUp);
    demand(head, Code.CROWN_GAP, HeadMeasure::crownY, givenUp);
    demand(head, Code.EYE_LINE, HeadMeasure::eyeLineY, givenUp);
    demand(head, Code.PUPIL_DISTANCE, HeadMeasure::pupilDistance, givenUp);
    demand(head, Code.CHIN_GAP, measure -> height - measure.chin().y, givenUp);
    double middle = spec.picture().widthPx() / 2.0;
    range(
        head,
        Code.CENTRED,
        measure -> Math.abs(measure.eyeMiddleX() - middle),
        new Range(0, 0, wanted.mostOffCentrePx()),
        givenUp);
  }

  /** One measure of a head, in pixels of the photo. */
  private interface Measure {
    double of(HeadMeasure head);
  }

  private void demand(Optional<HeadMeasure> head, Code code, Measure measure, List<Code> givenUp) {
    spec.geometry().range(code).ifPresent(range -> range(head, code, measure, range, givenUp));
  }

  private void range(
      Optional<HeadMeasure> head, Code code, Measure measure, Range range, List<Code> givenUp) {
    Finding finding =
        head.<Finding>map(found -> finding(measure.of(found), range))
            .orElse(new Finding.Unseen("No face was found in the finished photo."));
    Severity severity = givenUp.contains(code) ? Severity.ASK : Severity.VETO;
    assessments.add(new Assessment(code, severity, finding, limit(range, " px")));
  }

  private static Finding finding(double value, Range range) {
    return range.holds(value)
        ? new Finding.Met(value)
        : new Finding.Missed(value, Advice.ASK_STAFF);
  }

  private static String limit(Range range, String unit) {
    return range.least() == 0
        ? String.format(Locale.ROOT, "≤ %.0f%s", range.most(), unit)
        : String.format(Locale.ROOT, "%.0f–%.0f%s", range.least(), range.most(), unit);
  }

  private void file(FileFacts facts) {
    int width = spec.picture().widthPx();
    int height = spec.picture().heightPx();
    int dpi = spec.picture().dpi();
    int quality = spec.file().leastQuality();
    fact(
        Code.PIXELS,
        facts.widthPx(),
        facts.widthPx() == width && facts.heightPx() == height,
        width + " × " + height + " px");
    fact(Code.DPI, facts.dpiX(), facts.dpiX() == dpi && facts.dpiY() == dpi, dpi + " dpi");
    fact(
        Code.COLOUR_DEPTH,
        facts.bits(),
        facts.bits() == 24 && facts.baseline() && !facts.exif(),
        "24 bit, baseline, no EXIF");
    fact(Code.JPEG_QUALITY, facts.quality(), facts.quality() >= quality, "≥ " + quality);
    fact(
        Code.FILE_SIZE,
        facts.bytes(),
        spec.file().bytes().holds(facts.bytes()),
        limit(spec.file().bytes(), " bytes"));
  }

  private void background(Mat photo, Rgb colour) {
    double error = Keyed.cornerError(photo, colour);
    String limit = spec.background().toString();
    fact(Code.BACKGROUND_COLOUR, error, error <= MOST_BACKGROUND_ERROR, limit);
  }

  /** An outline that cannot be trusted goes to staff instead of into a document. */
  private void outline(double doubt) {
    Finding finding =
        doubt <= MOST_DOUBT
            ? new Finding.Met(doubt)
            : new Finding.Missed(doubt, Advice.PLAIN_BACKGROUND);
    String limit = String.format(Locale.ROOT, "≤ %.2f of a sure outline's band", MOST_DOUBT);
    assessments.add(new Assessment(Code.BACKGROUND, Severity.ASK, finding, limit));
  }

  private void fact(Code code, double value, boolean met, String limit) {
    Finding finding = met ? new Finding.Met(value) : new Finding.Missed(value, Advice.ASK_STAFF);
    assessments.add(new Assessment(code, Severity.VETO, finding, limit));
  }
}
