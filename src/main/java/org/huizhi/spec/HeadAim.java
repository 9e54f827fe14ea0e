package org.huizhi.spec;

import java.util.Optional;

/**
 * The head that a document aims at, in pixels of the finished photo; what the document does not
 * demand follows from what it does by the proportions of a usual head. For drawing, never for
 * judging.
 */
public record HeadAim(
    double crownY, double chinY, double headWidth, double eyeLineY, double pupilDistance) {
  // Heads that people judged fit for a document: the aims of the exit-entry documents.
  private static final double WIDTH_IN_HEIGHTS = 0.745;
  private static final double FACE_IN_WIDTHS = 0.9;
  private static final double EYES_IN_HEIGHTS = 0.5;
  private static final double PUPILS_IN_HEIGHTS = 0.278;

  public static HeadAim of(Geometry geometry) {
    Optional<Double> width =
        aim(geometry.headWidthPx())
            .or(() -> aim(geometry.faceWidthPx()).map(face -> face / FACE_IN_WIDTHS));
    double height =
        aim(geometry.headHeightPx())
            .or(() -> width.map(wide -> wide / WIDTH_IN_HEIGHTS))
            .or(() -> aim(geometry.pupilDistancePx()).map(pupils -> pupils / PUPILS_IN_HEIGHTS))
            .orElseThrow();
    double crown =
        aim(geometry.crownGapPx())
            .or(() -> aim(geometry.eyeLinePx()).map(eyes -> eyes - EYES_IN_HEIGHTS * height))
            .orElseThrow();
    return new HeadAim(
        crown,
        crown + height,
        width.orElse(WIDTH_IN_HEIGHTS * height),
        aim(geometry.eyeLinePx()).orElse(crown + EYES_IN_HEIGHTS * height),
        aim(geometry.pupilDistancePx()).orElse(PUPILS_IN_HEIGHTS * height));
  }

  private static Optional<Double> aim(Optional<Range> range) {
    return range.map(Range::aim);
  }
}
