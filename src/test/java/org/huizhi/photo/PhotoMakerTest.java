package org.huizhi.photo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.huizhi.Pictures;
import org.huizhi.check.Assessment;
import org.huizhi.check.Finding;
import org.huizhi.check.Shot;
import org.huizhi.face.OpenCv;
import org.huizhi.face.Sighting;
import org.huizhi.spec.Spec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

class PhotoMakerTest {
  private final Spec permit = Documents.permit();

  @BeforeAll
  static void load() {
    OpenCv.load();
  }

  @Test
  void aCalmPortraitBecomesAPhotoThatMeetsEveryDemand() throws CropConflict {
    Mat picture = Pictures.read("audrey.jpg");
    try (MadePhoto photo = Maker.make(picture, permit)) {
      for (Assessment assessment : photo.assessments()) {
        assertInstanceOf(Finding.Met.class, assessment.finding(), assessment::toString);
      }
      assertEquals(13, photo.assessments().size());
      assertEquals(picture.size(), photo.cutout().size());
      assertEquals(CvType.CV_8UC4, photo.cutout().type());
      assertEquals(
          List.of("cut-out", "background", "crop", "scale", "encode"),
          photo.operations().stream().map(PixelOperation::name).toList());
      assertWhiteCorners(photo.jpeg());
    }
  }

  @Test
  void theSameShotGivesTheSameBytes() throws CropConflict {
    Mat picture = Pictures.read("audrey.jpg");
    try (MadePhoto one = Maker.make(picture, permit);
        MadePhoto other = Maker.make(picture, permit)) {
      assertArrayEquals(one.jpeg(), other.jpeg());
      assertEquals(one.sourceSha256(), other.sourceSha256());
      assertEquals(one.resultSha256(), other.resultSha256());
      assertEquals(one.operations(), other.operations());
    }
    picture.put(0, 0, 1, 2, 3);
    try (MadePhoto changed = Maker.make(picture, permit)) {
      assertTrue(!changed.sourceSha256().equals(Digest.ofPixels(Pictures.read("audrey.jpg"))));
    }
  }

  @Test
  void theFacesOwnPixelsAreNotTouched() throws CropConflict {
    Mat picture = Pictures.read("audrey.jpg");
    try (MadePhoto photo = Maker.make(picture, permit)) {
      int x = picture.cols() / 2;
      int y = picture.rows() / 2;
      double[] own = picture.get(y, x);
      double[] cut = photo.cutout().get(y, x);
      assertArrayEquals(new double[] {own[0], own[1], own[2], 255}, cut);
    }
  }

  @Test
  void aShotWithoutAFaceIsRefused() {
    Mat grey = new Mat(480, 640, CvType.CV_8UC3);
    Shot shot =
        new Shot(grey, new Sighting(640, 480, List.of(), Optional.empty()), Optional.empty());
    assertThrows(IllegalArgumentException.class, () -> Maker.maker().make(shot, permit));
  }

  @Test
  void aPhotoOfNobodyTakesEveryStep() throws CropConflict {
    try (Nobody nobody = new Nobody();
        MadePhoto photo = Maker.maker().makeAnyway(nobody.shot(), permit)) {
      assertWhiteCorners(photo.jpeg());
      assertEquals(255, photo.cutout().get(300, 640)[3], "the middle of the head");
      assertEquals(0, photo.cutout().get(300, 300)[3], "the wall");
    }
    Maker.maker().rehearse(permit);
  }

  private static void assertWhiteCorners(byte[] jpeg) {
    Mat photo = Imgcodecs.imdecode(new MatOfByte(jpeg), Imgcodecs.IMREAD_COLOR);
    for (int y = 0; y < 35; y++) {
      for (int x = 0; x < 35; x++) {
        assertArrayEquals(new double[] {255, 255, 255}, photo.get(y, x));
        assertArrayEquals(new double[] {255, 255, 255}, photo.get(y, 353 - x));
      }
    }
  }
}
