package org.huizhi.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class FaceReaderTest {
  private static final String FRONTAL = "franck_02221.jpg";

  @SuppressWarnings("NullAway.Init") // JUnit fills it
  @TempDir
  static Path cache;

  @SuppressWarnings("NullAway.Init")
  private static FaceReader reader;

  @BeforeAll
  static void open() {
    reader = FaceReader.open(cache);
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  private static Face face(Mat picture) {
    return reader.look(picture).face().orElseThrow();
  }

  @Test
  void theLandmarksLieWhereTheyShould() {
    Mat picture = Pictures.read(FRONTAL);
    Landmarks points = face(picture).landmarks();
    picture.release();
    assertTrue(points.presence() > 0.9);
    assertTrue(points.x(Landmarks.RIGHT_PUPIL) < points.x(Landmarks.LEFT_PUPIL));
    assertTrue(points.y(Landmarks.NOSE_TIP) > points.eyeMiddle().y);
    assertTrue(points.y(Landmarks.CHIN) > points.y(Landmarks.NOSE_TIP));
    assertTrue(points.y(Landmarks.FOREHEAD_TOP) < points.eyeMiddle().y);
    double toChin = points.eyesToChin() / points.pupilDistance();
    assertTrue(toChin > 1.4 && toChin < 2.3, "eyes to chin are " + toChin + " pupil distances");
  }

  @Test
  void aMirroredPictureMirrorsYawAndRollButNotPitch() {
    Mat picture = Pictures.read("audrey.jpg");
    Mat mirrored = new Mat();
    Core.flip(picture, mirrored, 1);
    Pose seen = face(picture).pose();
    Pose turned = face(mirrored).pose();
    picture.release();
    mirrored.release();
    assertEquals(-seen.yawDegrees(), turned.yawDegrees(), 4);
    assertEquals(-seen.rollDegrees(), turned.rollDegrees(), 3);
    assertEquals(seen.pitchDegrees(), turned.pitchDegrees(), 4);
  }

  @Test
  void aPictureTurnedClockwiseRollsByAsMuch() {
    Mat picture = Pictures.read(FRONTAL);
    Mat turned = new Mat();
    Mat turn =
        Imgproc.getRotationMatrix2D(new Point(picture.cols() / 2.0, picture.rows() / 2.0), -12, 1);
    Imgproc.warpAffine(picture, turned, turn, picture.size());
    double before = face(picture).pose().rollDegrees();
    double after = face(turned).pose().rollDegrees();
    picture.release();
    turned.release();
    turn.release();
    assertEquals(before + 12, after, 2.5);
  }

  @Test
  void theSamePoseIsReadAtAnySizeAndPlace() {
    Mat picture = Pictures.read(FRONTAL);
    Pose whole = face(picture).pose();
    Mat larger = new Mat();
    Imgproc.resize(picture, larger, new Size(), 2.5, 2.5, Imgproc.INTER_CUBIC);
    Mat shifted = new Mat();
    Core.copyMakeBorder(larger, shifted, 0, 200, 700, 0, Core.BORDER_REPLICATE);
    Pose moved = face(shifted).pose();
    picture.release();
    larger.release();
    shifted.release();
    assertEquals(whole.yawDegrees(), moved.yawDegrees(), 3);
    assertEquals(whole.pitchDegrees(), moved.pitchDegrees(), 3);
  }

  @Test
  void aCrowdIsSeenAsManyFaces() {
    Mat picture = Pictures.read("faces.jpg");
    Sighting sighting = reader.look(picture);
    picture.release();
    assertTrue(sighting.boxes().size() > 1, "saw " + sighting.boxes().size());
  }

  @Test
  void anEmptyPictureHasNoFace() {
    Mat picture = Pictures.read(FRONTAL);
    Mat wall = new Mat(picture.size(), picture.type(), Core.mean(picture));
    picture.release();
    assertTrue(reader.look(wall).face().isEmpty());
    assertTrue(reader.track(wall).face().isEmpty());
    wall.release();
  }

  @Test
  void trackingAgreesWithLookingAndFindsTheFaceAgain() {
    Mat picture = Pictures.read(FRONTAL);
    Mat wall = new Mat(picture.size(), picture.type(), Core.mean(picture));
    Landmarks still = face(picture).landmarks();
    reader.forget();
    for (int frame = 0; frame < 25; frame++) {
      reader.track(picture);
    }
    Landmarks tracked = reader.track(picture).face().orElseThrow().landmarks();
    for (int point : List.of(Landmarks.RIGHT_PUPIL, Landmarks.LEFT_PUPIL, Landmarks.CHIN)) {
      assertEquals(still.x(point), tracked.x(point), 0.05 * still.pupilDistance());
      assertEquals(still.y(point), tracked.y(point), 0.08 * still.pupilDistance());
    }
    assertTrue(reader.track(wall).face().isEmpty());
    assertTrue(reader.track(picture).face().isPresent());
    picture.release();
    wall.release();
    reader.forget();
  }

  @Test
  void aDamagedCacheIsMadeAgain() throws IOException {
    List<Path> kept;
    try (var files = Files.list(cache)) {
      kept = files.filter(file -> file.toString().endsWith(".onnx")).toList();
    }
    assertEquals(4, kept.size());
    for (Path file : kept) {
      Files.write(file, new byte[] {1, 2, 3});
    }
    try (FaceReader again = FaceReader.open(cache)) {
      Mat picture = Pictures.read(FRONTAL);
      assertTrue(again.look(picture).face().isPresent());
      picture.release();
    }
    assertTrue(Files.size(kept.getFirst()) > 100_000);
  }
}
