package org.huizhi.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.huizhi.check.Advice;
import org.huizhi.face.HeadMeasure;
import org.huizhi.photo.CropSolver.ShotEdges;
import org.huizhi.spec.Code;
import org.huizhi.spec.Geometry;
import org.huizhi.spec.Range;
import org.huizhi.spec.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencv.core.Point;

class CropSolverTest {
  /** A crop is in whole shot pixels: half of one is lost at most, and the scale moves a little. */
  private static final double ROUNDING_SHOT_PX = 1;

  private static final ShotEdges ROOMY = new ShotEdges(1200, 1600, false, false, false);

  private final Spec permit = Documents.permit();

  @Test
  void aUsualHeadMeetsEveryAim() throws CropConflict {
    HeadMeasure head = head(600, 300, 704, 524, 352, 196);
    Crop crop = CropSolver.solve(head, permit, ROOMY);
    assertEquals(0.5, crop.scale(), 0.005);
    assertEquals(List.of(), crop.givenUp());
    assertHolds(head, crop, 0);
  }

  @Test
  void pupilsOverruleTheHeadsWidth() throws CropConflict {
    HeadMeasure head = head(600, 300, 704, 640, 352, 170);
    Crop crop = CropSolver.solve(head, permit, ROOMY);
    assertEquals(List.of(Code.HEAD_WIDTH), crop.givenUp());
    assertHolds(head, crop, ROUNDING_SHOT_PX);
  }

  @Test
  void highHairMayBeCutWhereTheEyeLineWins() throws CropConflict {
    Spec card = Documents.named("id-card");
    HeadMeasure high = head(600, 300, 900, 500, 560, 190);
    Crop crop = CropSolver.solve(high, card, ROOMY);
    assertEquals(List.of(Code.CROWN_GAP), crop.givenUp());
    assertHolds(card, high, crop, ROUNDING_SHOT_PX);
    assertTrue(high.crownY() < crop.topPx(), "the hair is cut");
  }

  @Test
  void hairMayBeWiderThanTheHead() throws CropConflict {
    HeadMeasure bare = head(600, 300, 704, 524, 352, 196);
    HeadMeasure hairy =
        new HeadMeasure(
            300,
            300,
            bare.chin(),
            200,
            1000,
            bare.faceLeftX() + 40,
            bare.faceRightX() - 40,
            bare.rightPupil(),
            bare.leftPupil(),
            false,
            1);
    Crop crop = CropSolver.solve(hairy, permit, ROOMY);
    assertEquals(List.of(Code.HEAD_WIDTH), crop.givenUp());
    assertHolds(hairy, crop, ROUNDING_SHOT_PX);
  }

  @Test
  void aSpecimenIsCroppedWhateverTheHead() {
    HeadMeasure wide = head(600, 300, 700, 700, 352, 230);
    Crop crop = CropSolver.anyway(wide, permit, ROOMY);
    assertEquals(352, 700 * crop.scale(), 1);
    assertEquals(30, (300 - crop.topPx()) * crop.scale(), 1);
  }

  @Test
  void aWideHeadIsExplained() {
    CropConflict conflict =
        assertThrows(
            CropConflict.class,
            () -> CropSolver.solve(head(600, 300, 700, 700, 352, 230), permit, ROOMY));
    assertEquals(List.of(Code.HEAD_WIDTH), conflict.smaller().codes());
    assertEquals(List.of(Code.HEAD_HEIGHT), conflict.larger().codes());
    assertEquals(700 / 283.0 / (700 / 331.0) - 1, conflict.gap(), 1e-9);
    assertEquals(Advice.ASK_STAFF, conflict.advice());
  }

  @Test
  void aSmallHeadIsNotBlownUp() {
    CropConflict conflict =
        assertThrows(
            CropConflict.class,
            () -> CropSolver.solve(head(600, 300, 176, 131, 88, 49), permit, ROOMY));
    assertEquals(List.of(Code.LOW_RESOLUTION), conflict.smaller().codes());
    assertEquals(Advice.COME_CLOSER, conflict.advice());
  }

  @Test
  void aHeadCutAboveGetsNoAirPaintedOverIt() {
    ShotEdges cut = new ShotEdges(1200, 1600, false, true, false);
    CropConflict conflict =
        assertThrows(
            CropConflict.class,
            () -> CropSolver.solve(head(600, 0, 704, 524, 352, 196), permit, cut));
    assertEquals(Advice.SHOW_WHOLE_HEAD, conflict.advice());
    assertTrue(Double.isInfinite(conflict.gap()));
  }

  @Test
  void airIsAddedAboveAWholeHead() throws CropConflict {
    HeadMeasure head = head(600, 10, 704, 524, 352, 196);
    Crop crop = CropSolver.solve(head, permit, ROOMY);
    assertTrue(crop.topPx() < 0);
    assertHolds(head, crop, ROUNDING_SHOT_PX);
  }

  /** Whatever head and document: the answer holds every range, or the stated conflict is real. */
  @ParameterizedTest
  @MethodSource("org.huizhi.photo.Documents#all")
  void anAnswerHoldsAndAConflictIsReal(Spec spec) {
    Random random = new Random(2026);
    int solved = 0;
    int refused = 0;
    for (int i = 0; i < 1000; i++) {
      double height = 250 + 600 * random.nextDouble();
      HeadMeasure head =
          head(
              200 + 800 * random.nextDouble(),
              400 * random.nextDouble(),
              height,
              height * (0.6 + 0.35 * random.nextDouble()),
              height * (0.4 + 0.25 * random.nextDouble()),
              height * (0.22 + 0.12 * random.nextDouble()));
      ShotEdges shot =
          new ShotEdges(
              1200, 900 + random.nextInt(700), random.nextBoolean(), false, random.nextBoolean());
      try {
        Crop crop = CropSolver.solve(head, spec, shot);
        assertHolds(spec, head, crop, ROUNDING_SHOT_PX);
        assertInside(crop, shot);
        crop.givenUp().forEach(code -> assertFalse(possible(spec, head, shot), code::toString));
        solved++;
      } catch (CropConflict conflict) {
        assertTrue(conflict.gap() > 0);
        assertFalse(possible(spec, head, shot), () -> "there is a crop: " + conflict.getMessage());
        refused++;
      }
    }
    assertTrue(solved > 50 && refused > 50, solved + " solved, " + refused + " refused");
  }

  /** Searches a fine grid of scales and places for a crop that holds everything. */
  private static boolean possible(Spec spec, HeadMeasure head, ShotEdges shot) {
    Geometry wanted = spec.geometry();
    int width = spec.picture().widthPx();
    int height = spec.picture().heightPx();
    for (double t = 1 / spec.mostUpscale(); t < 5; t += 0.002) {
      if (!holds(wanted.headWidthPx(), head.headWidth() / t)
          || !holds(wanted.faceWidthPx(), head.faceWidth() / t)
          || !holds(wanted.headHeightPx(), head.headHeight() / t)
          || !holds(wanted.pupilDistancePx(), head.pupilDistance() / t)) {
        continue;
      }
      boolean across = false;
      double left = head.eyeMiddleX() - width / 2.0 * t;
      double most = wanted.mostOffCentrePx();
      for (double off = -most; off <= most; off += 0.25) {
        across |=
            (!shot.cutLeft() || left + off * t >= 0)
                && (!shot.cutRight() || left + off * t + width * t <= shot.widthPx());
      }
      for (double gap = -100; across && gap <= 200; gap += 0.25) {
        double top = head.crownY() - gap * t;
        if (holds(wanted.crownGapPx(), gap)
            && holds(wanted.eyeLinePx(), (head.eyeLineY() - top) / t)
            && holds(wanted.chinGapPx(), height - (head.chin().y - top) / t)
            && top + height * t <= shot.heightPx()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean holds(Optional<Range> range, double value) {
    return range.isEmpty() || range.get().holds(value);
  }

  private void assertHolds(HeadMeasure head, Crop crop, double shotPx) {
    assertHolds(permit, head, crop, shotPx);
  }

  private static void assertHolds(Spec spec, HeadMeasure head, Crop crop, double shotPx) {
    double scale = crop.scale();
    double slack = shotPx * scale + 0.004 * spec.picture().heightPx();
    for (Code code : Geometry.DEMANDS) {
      double value =
          switch (code) {
            case HEAD_WIDTH -> head.headWidth() * scale;
            case FACE_WIDTH -> head.faceWidth() * scale;
            case HEAD_HEIGHT -> head.headHeight() * scale;
            case PUPIL_DISTANCE -> head.pupilDistance() * scale;
            case CROWN_GAP -> (head.crownY() - crop.topPx()) * scale;
            case EYE_LINE -> (head.eyeLineY() - crop.topPx()) * scale;
            case CHIN_GAP -> spec.picture().heightPx() - (head.chin().y - crop.topPx()) * scale;
            default -> throw new AssertionError(code);
          };
      if (!crop.givenUp().contains(code)) {
        spec.geometry().range(code).ifPresent(range -> assertRange(range, value, slack));
      }
    }
    double off = (head.eyeMiddleX() - crop.leftPx()) * scale - spec.picture().widthPx() / 2.0;
    assertTrue(
        Math.abs(off) <= spec.geometry().mostOffCentrePx() + slack, () -> "off centre by " + off);
    assertTrue(scale <= spec.mostUpscale() + 0.01);
  }

  private static void assertInside(Crop crop, ShotEdges shot) {
    assertTrue(crop.topPx() + crop.heightPx() <= shot.heightPx(), "no stripe below");
    assertTrue(!shot.cutLeft() || crop.leftPx() >= -1, "no stripe left");
    assertTrue(
        !shot.cutRight() || crop.leftPx() + crop.widthPx() <= shot.widthPx() + 1,
        "no stripe right");
  }

  private static void assertRange(Range range, double value, double slack) {
    assertTrue(
        range.least() - slack <= value && value <= range.most() + slack,
        () -> value + " is outside " + range);
  }

  private static HeadMeasure head(
      double x, double crown, double height, double width, double eyes, double pupils) {
    return new HeadMeasure(
        crown,
        crown,
        new Point(x, crown + height),
        x - width / 2,
        x + width / 2,
        x - width / 2.2,
        x + width / 2.2,
        new Point(x - pupils / 2, crown + eyes),
        new Point(x + pupils / 2, crown + eyes),
        false,
        1);
  }
}
