package org.huizhi.photo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.huizhi.Pictures;
import org.huizhi.check.Assessment;
import org.huizhi.check.Finding;
import org.huizhi.check.Shot;
import org.huizhi.face.FaceReader;
import org.huizhi.face.FineMask;
import org.huizhi.face.OpenCv;
import org.huizhi.face.PersonMask;
import org.huizhi.face.Sighting;
import org.huizhi.spec.Spec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

class PhotoMakerTest {
  @TempDir static Path cache;
  private static FaceReader reader;
  private static PersonMask personMask;
  private static FineMask fineMask;
  private static PhotoMaker maker;

  private final Spec permit = Documents.permit();

  @BeforeAll
  static void open() {
    OpenCv.load();
    reader = FaceReader.open(cache);
    personMask = PersonMask.open();
    fineMask = FineMask.open();
    maker = new PhotoMaker(reader, personMask, fineMask);
  }

  @AfterAll
  static void close() {
    reader.close();
    personMask.close();
    fineMask.close();
  }

  @Test
  void aCalmPortraitBecomesAPhotoThatMeetsEveryDemand() throws CropConflict {
    Mat picture = Pictures.read("audrey.jpg");
    try (MadePhoto photo = make(picture)) {
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
    try (MadePhoto one = make(picture);
        MadePhoto other = make(picture)) {
      assertArrayEquals(one.jpeg(), other.jpeg());
      assertEquals(one.sourceSha256(), other.sourceSha256());
      assertEquals(one.resultSha256(), other.resultSha256());
      assertEquals(one.operations(), other.operations());
    }
    picture.put(0, 0, 1, 2, 3);
    try (MadePhoto changed = make(picture)) {
      assertTrue(!changed.sourceSha256().equals(Digest.ofPixels(Pictures.read("audrey.jpg"))));
    }
  }

  @Test
  void theFacesOwnPixelsAreNotTouched() throws CropConflict {
    Mat picture = Pictures.read("audrey.jpg");
    try (MadePhoto photo = make(picture)) {
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
    assertThrows(IllegalArgumentException.class, () -> maker.make(shot, permit));
  }

  @Test
  void aPhotoOfNobodyTakesEveryStep() throws CropConflict {
    try (Nobody nobody = new Nobody();
        MadePhoto photo = maker.makeAnyway(nobody.shot(), permit)) {
      assertWhiteCorners(photo.jpeg());
      assertEquals(255, photo.cutout().get(300, 640)[3], "the middle of the head");
      assertEquals(0, photo.cutout().get(300, 300)[3], "the wall");
    }
    maker.rehearse(permit);
  }

  private MadePhoto make(Mat picture) throws CropConflict {
    return maker.make(new Shot(picture, reader.look(picture), Optional.empty()), permit);
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
