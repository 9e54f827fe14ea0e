package org.huizhi.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;

class MasksTest {
  @Test
  void personMaskHoldsThePersonAndNotTheWall() {
    try (PersonMask masks = PersonMask.open()) {
      Mat picture = Pictures.read("audrey.jpg");
      Mat mask = masks.of(picture);
      assertMask(picture, mask);
      mask.release();
      picture.release();
    }
  }

  @Test
  void partsHoldThePersonAndNotTheWall(@TempDir Path cache) {
    try (PersonParts parts = PersonParts.open(cache)) {
      Mat picture = Pictures.read("audrey.jpg");
      Mat mask = parts.person(picture);
      assertMask(picture, mask);
      mask.release();
      picture.release();
    }
  }

  @Test
  void partsTellHairSkinAndClothesApart(@TempDir Path cache) {
    try (PersonParts net = PersonParts.open(cache);
        FaceReader reader = FaceReader.open(cache)) {
      Mat picture = Pictures.read("audrey.jpg");
      Landmarks face = reader.look(picture).face().orElseThrow().landmarks();
      Parts parts = net.around(picture, face);
      Point eyes = face.eyeMiddle();
      double unit = face.pupilDistance();
      assertEquals(Parts.Kind.FACE_SKIN, parts.at(face.x(1), face.y(1)));
      assertEquals(Parts.Kind.HAIR, parts.at(eyes.x, face.y(Landmarks.FOREHEAD_TOP) - 0.3 * unit));
      assertEquals(Parts.Kind.CLOTHES, parts.at(eyes.x, face.y(Landmarks.CHIN) + 0.4 * unit));
      assertEquals(Parts.Kind.BACKGROUND, parts.at(3, 3));
      assertFalse(parts.holds(-1, eyes.y));
      assertEquals(Parts.Kind.BACKGROUND, parts.at(-1, eyes.y));
      picture.release();
    }
  }

  private static void assertMask(Mat picture, Mat mask) {
    assertEquals(picture.size(), mask.size());
    assertEquals(CvType.CV_32FC1, mask.type());
    assertTrue(mask.get(picture.rows() / 2, picture.cols() / 2)[0] > 0.9, "the face");
    assertTrue(mask.get(3, 3)[0] < 0.2, "the wall");
  }
}
