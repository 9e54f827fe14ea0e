package org.huizhi.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the head stands in the finished photo, in its pixels. What a document does not demand is
 * empty.
 *
 * @param headWidthPx widest extent of the head with its hair and ears, above the chin
 * @param faceWidthPx from cheek to cheek
 * @param headHeightPx crown (top of the hair) to chin
 * @param crownGapPx top edge to crown
 * @param eyeLinePx top edge to the line through the pupils
 * @param pupilDistancePx between the pupils
 * @param chinGapPx chin to lower edge
 * @param mostOffCentrePx how far the middle between the pupils may stand from the vertical middle
 * @param givesWay which demand gives way to which, where the two cannot both hold
 */
public record Geometry(
    Optional<Range> headWidthPx,
    Optional<Range> faceWidthPx,
    Optional<Range> headHeightPx,
    Optional<Range> crownGapPx,
    Optional<Range> eyeLinePx,
    Optional<Range> pupilDistancePx,
    Optional<Range> chinGapPx,
    double mostOffCentrePx,
    Map<Code, Code> givesWay) {
  /** What one can demand of a head's place and size, in the order in which staff read it. */
  public static final List<Code> DEMANDS =
      List.of(
          Code.HEAD_WIDTH,
          Code.FACE_WIDTH,
          Code.HEAD_HEIGHT,
          Code.CROWN_GAP,
          Code.EYE_LINE,
          Code.PUPIL_DISTANCE,
          Code.CHIN_GAP);

  public Geometry {
    givesWay = Map.copyOf(givesWay);
    if (Stream.of(headWidthPx, faceWidthPx, headHeightPx, pupilDistancePx)
        .allMatch(Optional::isEmpty)) {
      throw new IllegalArgumentException(
          "a size is missing: head-width, face-width, head-height or pupil-distance");
    }
    if (crownGapPx.isEmpty() && eyeLinePx.isEmpty()) {
      throw new IllegalArgumentException("a place is missing: crown-gap or eye-line");
    }
    for (Map.Entry<Code, Code> pair : givesWay.entrySet()) {
      if (pair.getKey() == pair.getValue()) {
        throw new IllegalArgumentException("gives-way: " + pair.getKey() + " gives way to itself");
      }
      for (Code code : List.of(pair.getKey(), pair.getValue())) {
        if (!DEMANDS.contains(code)) {
          throw new IllegalArgumentException(
              "gives-way is about demands of the geometry, which " + code + " is not");
        }
      }
    }
  }

  /** The range of one of the {@link #DEMANDS}; empty where the document does not demand it. */
  public Optional<Range> range(Code demand) {
    return switch (demand) {
      case HEAD_WIDTH -> headWidthPx;
      case FACE_WIDTH -> faceWidthPx;
      case HEAD_HEIGHT -> headHeightPx;
      case CROWN_GAP -> crownGapPx;
      case EYE_LINE -> eyeLinePx;
      case PUPIL_DISTANCE -> pupilDistancePx;
      case CHIN_GAP -> chinGapPx;
      default -> throw new IllegalArgumentException(demand + " is no demand of the geometry");
    };
  }
}
