package org.huizhi.camera.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.huizhi.Pictures;
import org.huizhi.camera.Camera;
import org.huizhi.camera.CameraChoice;
import org.huizhi.camera.CameraTrouble;
import org.huizhi.camera.Demand;
import org.huizhi.face.OpenCv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Core;
import org.opencv.core.Mat;

class ReplayCameraTest {
  private static final int CAP13_FRAMES = 765;

  @BeforeAll
  static void load() {
    OpenCv.load();
  }

  @Test
  void readsAVideoAndBeginsAgainAtItsEnd() throws Exception {
    Mat first = new Mat();
    Mat frame = new Mat();
    try (Camera camera = replay("cap13_edit2.mp4", 64)) {
      assertTrue(camera.isDemonstration());
      camera.read(first);
      for (int i = 1; i < CAP13_FRAMES; i++) {
        camera.read(frame);
      }
      assertTrue(Core.norm(first, frame, Core.NORM_L1) > 0);
      camera.read(frame);
      assertEquals(0, Core.norm(first, frame, Core.NORM_L1));
    }
  }

  /** Videos store pictures before those that they are needed for. */
  @Test
  void givesPicturesInTheOrderOfTheirTimes() throws Exception {
    double toNext = 0;
    double toNextButOne = 0;
    Mat[] last = {new Mat(), new Mat(), new Mat()};
    try (Camera camera = replay("franck.mp4", 120)) {
      for (int i = 0; i < 120; i++) {
        Mat now = last[i % 3];
        camera.read(now);
        if (i >= 2) {
          toNext += Core.norm(now, last[(i - 1) % 3], Core.NORM_L1);
          toNextButOne += Core.norm(now, last[(i - 2) % 3], Core.NORM_L1);
        }
      }
    }
    assertTrue(toNext < 0.8 * toNextButOne, toNext + " of " + toNextButOne);
  }

  @Test
  void scalesToTheWidthAsked() throws Exception {
    Mat frame = new Mat();
    try (Camera camera = replay("franck.mp4", 1280)) {
      camera.read(frame);
    }
    assertEquals(1280, frame.cols());
    assertEquals(1024, frame.rows());
  }

  @Test
  void readsOnePictureAgainAndAgain() throws Exception {
    Mat frame = new Mat();
    try (Camera camera = replay("franck_02159.jpg", 0)) {
      camera.read(frame);
      camera.read(frame);
    }
    assertTrue(frame.cols() > 100);
  }

  @Test
  void saysWhatIsWrongWithTheSource(@TempDir Path folder) throws Exception {
    Path text = Files.writeString(folder.resolve("notes.mp4"), "this is no video");
    for (Path source : new Path[] {folder.resolve("absent.mp4"), folder.resolve("."), text}) {
      CameraTrouble trouble =
          assertThrows(
              CameraTrouble.class,
              () -> new CameraChoice.Replay(source, 0, false).open(Demand.USUAL).close());
      assertTrue(String.valueOf(trouble.getMessage()).length() > 15);
    }
  }

  private static Camera replay(String name, int widthPx) throws CameraTrouble {
    return new CameraChoice.Replay(Pictures.file(name), widthPx, false).open(Demand.USUAL);
  }
}
