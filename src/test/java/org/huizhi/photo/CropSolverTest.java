package org.huizhi.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.huizhi.check.Advice;
import org.huizhi.face.HeadMeasure;
import org.huizhi.photo.CropSolver.ShotEdges;
import org.huizhi.spec.Code;
import org.huizhi.spec.Geometry;
import org.huizhi.spec.Range;
import org.huizhi.spec.Spec;
import org.junit.jupiter.api.Test;
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

  /** Whatever the head: the answer holds every range, or the stated conflict is real. */
  @Test
  void anAnswerHoldsAndAConflictIsReal() {
    Random random = new Random(2026);
    int solved = 0;
    int refused = 0;
    for (int i = 0; i < 4000; i++) {
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
        Crop crop = CropSolver.solve(head, permit, shot);
        assertHolds(head, crop, ROUNDING_SHOT_PX);
        assertInside(crop, shot);
        solved++;
      } catch (CropConflict conflict) {
        assertTrue(conflict.gap() > 0);
        assertFalse(possible(head, shot), () -> "there is a crop: " + conflict.getMessage());
        refused++;
      }
    }
    assertTrue(solved > 400 && refused > 400, solved + " solved, " + refused + " refused");
  }

  /** Searches a fine grid of scales and places for a crop that holds everything but the width. */
  private boolean possible(HeadMeasure head, ShotEdges shot) {
    Geometry wanted = permit.geometry();
    for (double t = 1 / permit.mostUpscale(); t < 4; t += 0.002) {
      if (!wanted.headWidthPx().holds(head.headWidth() / t)
          || !wanted.headHeightPx().holds(head.headHeight() / t)
          || !wanted.pupilDistancePx().holds(head.pupilDistance() / t)) {
        continue;
      }
      boolean across = false;
      double left = head.eyeMiddleX() - 177 * t;
      for (double off = -8; off <= 8; off += 0.25) {
        across |=
            (!shot.cutLeft() || left + off * t >= 0)
                && (!shot.cutRight() || left + off * t + 354 * t <= shot.widthPx());
      }
      for (double gap = 25; across && gap <= 35; gap += 0.25) {
        double top = head.crownY() - gap * t;
        if (wanted.eyeLinePx().holds((head.eyeLineY() - top) / t)
            && top + 472 * t <= shot.heightPx()) {
          return true;
        }
      }
    }
    return false;
  }

  private void assertHolds(HeadMeasure head, Crop crop, double shotPx) {
    Geometry wanted = permit.geometry();
    double scale = crop.scale();
    double slack = shotPx * scale + 0.004 * 377;
    if (!crop.givenUp().contains(Code.HEAD_WIDTH)) {
      assertRange(wanted.headWidthPx(), head.headWidth() * scale, slack);
    }
    assertRange(wanted.headHeightPx(), head.headHeight() * scale, slack);
    assertRange(wanted.pupilDistancePx(), head.pupilDistance() * scale, slack);
    assertRange(wanted.crownGapPx(), (head.crownY() - crop.topPx()) * scale, slack);
    assertRange(wanted.eyeLinePx(), (head.eyeLineY() - crop.topPx()) * scale, slack);
    double off = (head.eyeMiddleX() - crop.leftPx()) * scale - 177;
    assertTrue(Math.abs(off) <= wanted.mostOffCentrePx() + slack, () -> "off centre by " + off);
    assertTrue(scale <= permit.mostUpscale() + 0.01);
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
