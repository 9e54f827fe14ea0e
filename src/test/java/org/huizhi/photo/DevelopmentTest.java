package org.huizhi.photo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.huizhi.Pictures;
import org.huizhi.check.Assessment;
import org.huizhi.check.Finding;
import org.huizhi.face.OpenCv;
import org.huizhi.spec.Background;
import org.huizhi.spec.Code;
import org.huizhi.spec.Spec;
import org.huizhi.spec.ToneLimits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** What stands behind the person, and in which tone, as the document says it. */
class DevelopmentTest {
  private static final Spec PERMIT = Documents.permit();

  @BeforeAll
  static void load() {
    OpenCv.load();
  }

  @Test
  void aBackgroundIsKeptWhereTheDocumentWantsIt() throws CropConflict {
    Mat shot = withRoom();
    Spec spec = permit(Background.KEEP, Optional.empty());
    try (MadePhoto photo = Maker.make(shot, spec)) {
      assertEquals(List.of("crop", "scale", "encode"), names(photo));
      for (Assessment assessment : photo.assessments()) {
        assertFalse(
            assessment.code() == Code.BACKGROUND_COLOUR || assessment.code() == Code.BACKGROUND);
      }
      Crop crop = photo.crop();
      int side = (int) Math.round(10 / crop.scale());
      Mat corner =
          shot.submat(crop.topPx(), crop.topPx() + side, crop.leftPx(), crop.leftPx() + side);
      Mat wall = decoded(photo).submat(0, 10, 0, 10);
      double[] kept = Core.mean(wall).val;
      double[] own = Core.mean(corner).val;
      assertArrayEquals(own, kept, 6);
    }
  }

  @Test
  void aBackgroundThatIsRightIsLeftAlone() throws CropConflict {
    try (MadePhoto first = Maker.make(withRoom(), PERMIT)) {
      assertTrue(names(first).contains("cut-out"));
      Mat white = onWhite(first.cutout());
      try (MadePhoto again = Maker.make(white, PERMIT)) {
        assertEquals(List.of("crop", "scale", "encode"), names(again));
        for (Assessment assessment : again.assessments()) {
          assertInstanceOf(Finding.Met.class, assessment.finding(), assessment::toString);
        }
      }
    }
  }

  @Test
  void toneIsCorrectedOnlyWhereItMayBeAndOnlyALittle() throws CropConflict {
    Mat dark = onColour(withRoom(), Scalar.all(200));
    Core.multiply(dark, new Scalar(0.56, 0.6, 0.6), dark);
    try (MadePhoto photo = Maker.make(dark, PERMIT)) {
      assertFalse(names(photo).contains("tone"));
    }
    Spec allowing = permit(PERMIT.background(), Optional.of(new ToneLimits(5, 10)));
    try (MadePhoto photo = Maker.make(dark, allowing);
        MadePhoto again = Maker.make(dark, allowing)) {
      PixelOperation tone =
          photo.operations().stream().filter(one -> one.name().equals("tone")).findFirst().get();
      double blue = Double.parseDouble(tone.parameters().get("blue-factor"));
      double red = Double.parseDouble(tone.parameters().get("red-factor"));
      assertTrue(blue > red, tone.toString());
      assertTrue(red > 1 && blue <= 1.05 * 1.10 + 0.001, tone.toString());
      assertArrayEquals(photo.jpeg(), again.jpeg());
    }
    assertThrows(IllegalArgumentException.class, () -> new ToneLimits(5, 40));
  }

  @Test
  void aColouredWallTellsNoCast() throws CropConflict {
    Mat picture = withRoom();
    Spec allowing = permit(PERMIT.background(), Optional.of(new ToneLimits(10, 0)));
    try (MadePhoto photo = Maker.make(onColour(picture, new Scalar(200, 120, 60)), allowing)) {
      assertFalse(names(photo).contains("tone"));
    }
  }

  private static Spec permit(Background background, Optional<ToneLimits> tone) {
    return new Spec(
        PERMIT.name(),
        PERMIT.title(),
        PERMIT.picture(),
        PERMIT.geometry(),
        background,
        tone,
        PERMIT.file(),
        PERMIT.mostUpscale(),
        PERMIT.asked(),
        PERMIT.required(),
        PERMIT.slip(),
        PERMIT.validity(),
        PERMIT.rules(),
        PERMIT.accompanied());
  }

  /** The packaged portrait with wall around it, as before a kiosk. */
  private static Mat withRoom() {
    Mat small = Pictures.read("audrey.jpg");
    Mat room = new Mat();
    Imgproc.resize(small, room, new Size(), 1.5, 1.5, Imgproc.INTER_CUBIC);
    Core.copyMakeBorder(room, room, 100, 0, 200, 200, Core.BORDER_REPLICATE);
    small.release();
    return room;
  }

  /** As a finished photo shows a person, without the haze that a shadow on the wall left. */
  private static Mat onWhite(Mat bgra) {
    Mat alpha = new Mat();
    Core.extractChannel(bgra, alpha, 3);
    Imgproc.threshold(alpha, alpha, 127, 255, Imgproc.THRESH_TOZERO);
    Core.insertChannel(alpha, bgra, 3);
    return mixed(bgra, Scalar.all(255));
  }

  private static Mat onColour(Mat picture, Scalar colour) throws CropConflict {
    try (MadePhoto photo = Maker.make(picture, PERMIT)) {
      return mixed(photo.cutout(), colour);
    }
  }

  private static Mat mixed(Mat bgra, Scalar colour) {
    Mat mixed = new Mat(bgra.size(), org.opencv.core.CvType.CV_8UC3);
    for (int y = 0; y < bgra.rows(); y++) {
      for (int x = 0; x < bgra.cols(); x++) {
        double[] own = bgra.get(y, x);
        double share = own[3] / 255;
        for (int c = 0; c < 3; c++) {
          own[c] = share * own[c] + (1 - share) * colour.val[c];
        }
        mixed.put(y, x, own[0], own[1], own[2]);
      }
    }
    return mixed;
  }

  private static List<String> names(MadePhoto photo) {
    return photo.operations().stream().map(PixelOperation::name).toList();
  }

  private static Mat decoded(MadePhoto photo) {
    return Imgcodecs.imdecode(new MatOfByte(photo.jpeg()), Imgcodecs.IMREAD_COLOR);
  }
}
