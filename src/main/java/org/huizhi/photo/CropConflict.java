package org.huizhi.photo;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.huizhi.check.Advice;
import org.huizhi.spec.Code;

/**
 * No crop of this shot satisfies the document: one demand wants the head smaller in the photo than
 * another allows.
 */
public final class CropConflict extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Demand smaller;
  private final transient Demand larger;

  /**
   * What bounds the scale.
   *
   * @param codes what is demanded; two when they only bound the scale together
   * @param sentence the demand in words and figures, English
   * @param shotPxAPhotoPx the bound, in pixels of the shot along one pixel of the photo
   */
  public record Demand(List<Code> codes, String sentence, double shotPxAPhotoPx) {
    public Demand {
      codes = List.copyOf(codes);
    }
  }

  CropConflict(Demand smaller, Demand larger) {
    super(
        smaller.sentence()
            + " cannot be had together with "
            + larger.sentence()
            + (larger.shotPxAPhotoPx() > 0
                ? String.format(
                    Locale.ROOT, ": %.1f %% apart in scale.", 100 * gap(smaller, larger))
                : " at any scale."));
    this.smaller = smaller;
    this.larger = larger;
  }

  /** The demand that wants the head smaller. */
  public Demand smaller() {
    return smaller;
  }

  /** The demand that wants the head larger. */
  public Demand larger() {
    return larger;
  }

  /**
   * By how much they are apart: 0.05 when the scales differ by 5 %. Always above 0; infinite when
   * no scale helps.
   */
  public double gap() {
    return gap(smaller, larger);
  }

  private static double gap(Demand smaller, Demand larger) {
    return larger.shotPxAPhotoPx() > 0
        ? smaller.shotPxAPhotoPx() / larger.shotPxAPhotoPx() - 1
        : Double.POSITIVE_INFINITY;
  }

  /** What the applicant can do about it; where proportions alone are in the way, ask staff. */
  public Advice advice() {
    Set<Code> codes = new HashSet<>(smaller.codes());
    codes.addAll(larger.codes());
    if (codes.contains(Code.LOW_RESOLUTION)) {
      return Advice.COME_CLOSER;
    }
    if (codes.contains(Code.HEAD_CUT)) {
      return Advice.SHOW_WHOLE_HEAD;
    }
    if (codes.contains(Code.SHOULDERS_MISSING) || codes.contains(Code.FACE_POSITION)) {
      return Advice.SHOW_SHOULDERS;
    }
    return Advice.ASK_STAFF;
  }
}
